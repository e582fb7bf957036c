CREATE TABLE `receipts` (
	`tx_id` text PRIMARY KEY NOT NULL,
	`epoch` text NOT NULL,
	`wrapped_key` blob NOT NULL,
	`sealed` blob NOT NULL,
	`at` text NOT NULL,
	`tries` integer NOT NULL,
	`until` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `receipts_due` ON `receipts` (`at`);