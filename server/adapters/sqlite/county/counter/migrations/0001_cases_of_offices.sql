DROP INDEX `counter_cases_desk`;--> statement-breakpoint
ALTER TABLE `counter_cases` ADD `office` text DEFAULT '' NOT NULL;--> statement-breakpoint
CREATE INDEX `counter_cases_desk` ON `counter_cases` (`office`,`counter`,`opened_at`);