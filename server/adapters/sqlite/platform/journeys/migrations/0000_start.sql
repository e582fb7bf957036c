CREATE TABLE `citizen_certificates` (
	`serial` text PRIMARY KEY NOT NULL,
	`person_hash` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `challenges` (
	`id` text PRIMARY KEY NOT NULL,
	`journey_id` text NOT NULL,
	`purpose` text NOT NULL,
	`expires_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `challenges_journey` ON `challenges` (`journey_id`);--> statement-breakpoint
CREATE TABLE `consent_words` (
	`hash` text PRIMARY KEY NOT NULL,
	`words` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `consents` (
	`tx_id` text PRIMARY KEY NOT NULL,
	`given` integer NOT NULL,
	`at` integer NOT NULL,
	`words_hash` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `events` (
	`no` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`tx_id` text NOT NULL,
	`at` integer NOT NULL,
	`number` integer NOT NULL,
	`source` text NOT NULL,
	`ok` integer NOT NULL,
	`resource_id` text
);
--> statement-breakpoint
CREATE INDEX `events_transaction` ON `events` (`tx_id`);--> statement-breakpoint
CREATE INDEX `events_at` ON `events` (`at`);--> statement-breakpoint
CREATE TABLE `journeys` (
	`id` text PRIMARY KEY NOT NULL,
	`session_hash` text NOT NULL,
	`tx_id` text NOT NULL,
	`client_id` text NOT NULL,
	`resources` text NOT NULL,
	`return_url` text NOT NULL,
	`pid` blob,
	`screen` text NOT NULL,
	`started_at` integer NOT NULL,
	`active_at` integer NOT NULL,
	`method` text,
	`person` blob,
	`binding_for` text,
	`code` integer
);
--> statement-breakpoint
CREATE UNIQUE INDEX `journeys_tx_id_unique` ON `journeys` (`tx_id`);--> statement-breakpoint
CREATE TABLE `notices` (
	`id` text PRIMARY KEY NOT NULL,
	`tx_id` text NOT NULL,
	`at` integer NOT NULL,
	`message` blob NOT NULL
);
--> statement-breakpoint
CREATE TABLE `packages` (
	`tx_id` text NOT NULL,
	`resource_id` text NOT NULL,
	`code` integer NOT NULL,
	`package` blob,
	`at` integer NOT NULL,
	PRIMARY KEY(`tx_id`, `resource_id`)
);
--> statement-breakpoint
CREATE INDEX `packages_at` ON `packages` (`at`);--> statement-breakpoint
CREATE TABLE `passkeys` (
	`credential_id` text PRIMARY KEY NOT NULL,
	`person_hash` text NOT NULL,
	`public_key` blob NOT NULL,
	`sign_count` integer NOT NULL,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `passkeys_person` ON `passkeys` (`person_hash`);--> statement-breakpoint
CREATE TABLE `tickets` (
	`hash` text PRIMARY KEY NOT NULL,
	`tx_id` text NOT NULL,
	`client_id` text NOT NULL,
	`secret` blob,
	`issued_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`redeemed_at` integer
);
--> statement-breakpoint
CREATE INDEX `tickets_transaction` ON `tickets` (`tx_id`);--> statement-breakpoint
CREATE TABLE `tokens` (
	`hash` text PRIMARY KEY NOT NULL,
	`journey_id` text NOT NULL,
	`tx_id` text NOT NULL,
	`resource_id` text NOT NULL,
	`transaction_uid` text NOT NULL,
	`expires_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `tokens_journey` ON `tokens` (`journey_id`);--> statement-breakpoint
CREATE TABLE `transactions` (
	`tx_id` text PRIMARY KEY NOT NULL,
	`client_id` text NOT NULL,
	`resources` text NOT NULL,
	`started_at` integer NOT NULL,
	`person_hash` text,
	`method` text,
	`code` integer,
	`ended_at` integer
);
--> statement-breakpoint
CREATE INDEX `transactions_started` ON `transactions` (`started_at`);--> statement-breakpoint
CREATE TABLE `tries` (
	`subject` text PRIMARY KEY NOT NULL,
	`count` integer NOT NULL,
	`last_at` integer NOT NULL,
	`locked_until` integer
);
