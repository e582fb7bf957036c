CREATE TABLE `staff_former_roles` (
	`staff` text NOT NULL,
	`role` text NOT NULL,
	`agency` text NOT NULL,
	PRIMARY KEY(`staff`, `role`, `agency`)
);
--> statement-breakpoint
-- What each open account held, until the start that knows which office has that name. Sessions and links of before end:
-- they name no office.
INSERT OR IGNORE INTO `staff_former_roles` (`staff`, `role`, `agency`)
SELECT `a`.`id`, `role`.`value`, `agency`.`value`
FROM `staff_accounts` AS `a`, json_each(`a`.`roles`) AS `role`, json_each(`a`.`agencies`) AS `agency`
WHERE `a`.`closed_at` IS NULL;
--> statement-breakpoint
DELETE FROM `staff_sessions`;--> statement-breakpoint
DELETE FROM `staff_invitations`;--> statement-breakpoint
ALTER TABLE `staff_accounts` DROP COLUMN `roles`;--> statement-breakpoint
ALTER TABLE `staff_accounts` DROP COLUMN `agencies`;--> statement-breakpoint
ALTER TABLE `staff_invitations` DROP COLUMN `agencies`;--> statement-breakpoint
ALTER TABLE `staff_sessions` DROP COLUMN `agency`;