// Run beside another page that does the same, as the files of a run are: each has to get frames.
for (const time of ['first', 'second', 'third'])
  it(`gets frames a ${time} time`, async () => {
    for (let count = 0; count < 30; count += 1) await new Promise((next) => requestAnimationFrame(next));
  });
