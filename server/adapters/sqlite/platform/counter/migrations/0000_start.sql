CREATE TABLE `counter_attempts` (
	`id` text PRIMARY KEY NOT NULL,
	`client_id` text NOT NULL,
	`desk` text NOT NULL,
	`agency` text NOT NULL,
	`counter` text NOT NULL,
	`barcode_id` text,
	`at` integer NOT NULL,
	`sent_at` integer NOT NULL,
	`until` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `barcodes` (
	`no` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`id` text NOT NULL,
	`tx_id` text NOT NULL,
	`client_id` text NOT NULL,
	`holder` text NOT NULL,
	`serial_hash` text NOT NULL,
	`issued_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`state` text NOT NULL,
	`attacks` integer DEFAULT 0 NOT NULL,
	`codes` integer DEFAULT 0 NOT NULL,
	`code_hash` text,
	`code_desk` text,
	`code_sent_at` integer,
	`code_expires_at` integer
);
--> statement-breakpoint
CREATE UNIQUE INDEX `barcodes_id_unique` ON `barcodes` (`id`);--> statement-breakpoint
CREATE UNIQUE INDEX `barcodes_serial_hash_unique` ON `barcodes` (`serial_hash`);--> statement-breakpoint
CREATE INDEX `barcodes_tx` ON `barcodes` (`tx_id`);--> statement-breakpoint
CREATE TABLE `delegations` (
	`no` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`id` text NOT NULL,
	`tx_id` text NOT NULL,
	`client_id` text NOT NULL,
	`owner_hash` text NOT NULL,
	`agent_hash` text NOT NULL,
	`named` blob,
	`agent` blob,
	`state` text NOT NULL,
	`offered_at` integer NOT NULL,
	`accepted_at` integer,
	`ended_at` integer,
	`until` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `delegations_id_unique` ON `delegations` (`id`);--> statement-breakpoint
CREATE INDEX `delegations_tx` ON `delegations` (`tx_id`);--> statement-breakpoint
CREATE INDEX `delegations_agent` ON `delegations` (`agent_hash`);--> statement-breakpoint
CREATE TABLE `counter_desks` (
	`key` text PRIMARY KEY NOT NULL,
	`mistakes` text NOT NULL,
	`locked_until` integer,
	`last_at` integer NOT NULL
);
