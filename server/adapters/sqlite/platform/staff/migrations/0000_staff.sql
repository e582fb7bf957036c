CREATE TABLE `staff_accounts` (
	`id` text PRIMARY KEY NOT NULL,
	`login` text NOT NULL,
	`name` text NOT NULL,
	`roles` text NOT NULL,
	`organisation_id` text,
	`password` text NOT NULL,
	`totp` blob NOT NULL,
	`totp_step` integer NOT NULL,
	`created_at` integer NOT NULL,
	`closed_at` integer
);
--> statement-breakpoint
CREATE UNIQUE INDEX `staff_accounts_login_unique` ON `staff_accounts` (`login`);--> statement-breakpoint
CREATE TABLE `staff_actions` (
	`no` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`at` integer NOT NULL,
	`staff_id` text NOT NULL,
	`staff_name` text NOT NULL,
	`verb` text NOT NULL,
	`object` text NOT NULL,
	`reason` text
);
--> statement-breakpoint
CREATE INDEX `staff_actions_at` ON `staff_actions` (`at`);--> statement-breakpoint
CREATE TABLE `audit_files` (
	`id` text PRIMARY KEY NOT NULL,
	`bytes` blob NOT NULL
);
--> statement-breakpoint
CREATE TABLE `audits` (
	`id` text PRIMARY KEY NOT NULL,
	`organisation_id` text NOT NULL,
	`organisation_name` text NOT NULL,
	`kind` text NOT NULL,
	`year` integer NOT NULL,
	`due_at` integer NOT NULL,
	`submitted_at` integer,
	`summary` text,
	`file_name` text,
	`file_digest` text
);
--> statement-breakpoint
CREATE INDEX `audits_due` ON `audits` (`due_at`);--> statement-breakpoint
CREATE TABLE `heartbeats` (
	`resource_id` text PRIMARY KEY NOT NULL,
	`ok` integer NOT NULL,
	`at` integer NOT NULL,
	`since` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `staff_invitations` (
	`hash` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`roles` text NOT NULL,
	`organisation_id` text,
	`account_id` text,
	`totp` blob NOT NULL,
	`created_at` integer NOT NULL,
	`expires_at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `maintenances` (
	`id` text PRIMARY KEY NOT NULL,
	`resources` text NOT NULL,
	`from_time` integer NOT NULL,
	`until_time` integer NOT NULL,
	`words` text NOT NULL,
	`announced_at` integer NOT NULL,
	`announced_by` text NOT NULL,
	`emergency` text,
	`withdrawn_at` integer
);
--> statement-breakpoint
CREATE TABLE `staff_sessions` (
	`hash` text PRIMARY KEY NOT NULL,
	`staff_id` text NOT NULL,
	`started_at` integer NOT NULL,
	`active_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `staff_sessions_staff` ON `staff_sessions` (`staff_id`);--> statement-breakpoint
CREATE TRIGGER `staff_actions_unchanged` BEFORE UPDATE ON `staff_actions` BEGIN SELECT RAISE(ABORT, 'staff actions are only added'); END;
