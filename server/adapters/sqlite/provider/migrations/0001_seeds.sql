CREATE TABLE `seeds` (
	`slug` text PRIMARY KEY NOT NULL,
	`uid` text NOT NULL,
	`digest` text NOT NULL
);
