DROP INDEX `kept_forms_once`;--> statement-breakpoint
CREATE INDEX `kept_forms_of_person` ON `kept_forms` (`form`,`by_id`,`at`);