CREATE TABLE `sp_signatures` (
	`tx_id` text PRIMARY KEY NOT NULL,
	`client_id` text NOT NULL,
	`salt_hash` text NOT NULL,
	`expires_at` integer NOT NULL,
	`state` text NOT NULL,
	`signed_at` integer,
	`person` blob
);
