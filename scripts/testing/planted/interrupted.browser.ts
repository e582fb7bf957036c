it('comes first', () => undefined);

it('goes back to before the page', async () => {
  history.back();
  await new Promise(() => undefined);
});
