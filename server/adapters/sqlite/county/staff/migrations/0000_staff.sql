CREATE TABLE `staff_accounts` (
	`id` text PRIMARY KEY NOT NULL,
	`login` text NOT NULL,
	`name` text NOT NULL,
	`roles` text NOT NULL,
	`agencies` text NOT NULL,
	`password` text NOT NULL,
	`totp` blob NOT NULL,
	`totp_step` integer NOT NULL,
	`created_at` text NOT NULL,
	`closed_at` text
);
--> statement-breakpoint
CREATE UNIQUE INDEX `staff_accounts_login_unique` ON `staff_accounts` (`login`);--> statement-breakpoint
CREATE TABLE `staff_actions` (
	`no` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`at` text NOT NULL,
	`staff_id` text NOT NULL,
	`staff_name` text NOT NULL,
	`verb` text NOT NULL,
	`object` text NOT NULL,
	`reason` text
);
--> statement-breakpoint
CREATE INDEX `staff_actions_at` ON `staff_actions` (`at`);--> statement-breakpoint
CREATE TABLE `staff_invitations` (
	`hash` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`roles` text NOT NULL,
	`agencies` text NOT NULL,
	`account_id` text,
	`totp` blob NOT NULL,
	`created_at` text NOT NULL,
	`expires_at` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `staff_sessions` (
	`hash` text PRIMARY KEY NOT NULL,
	`staff_id` text NOT NULL,
	`agency` text NOT NULL,
	`counter` text,
	`started_at` text NOT NULL,
	`active_at` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `staff_sessions_staff` ON `staff_sessions` (`staff_id`);