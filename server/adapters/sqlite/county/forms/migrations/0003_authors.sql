ALTER TABLE `form_drafts` ADD `authors` text;--> statement-breakpoint
UPDATE `form_drafts` SET `authors` = (
	SELECT json_group_array(DISTINCT `author`) FROM (
		SELECT json_extract(`kept`, '$.by.id') AS `author`, `form` AS `of_form`, `why`, `revision` AS `at_revision` FROM `kept_forms`
		UNION ALL SELECT json_extract(`kept`, '$.of.id'), `form`, `why`, `revision` FROM `kept_forms`
		UNION ALL SELECT `value`, `form`, `why`, `revision` FROM `kept_forms`, json_each(`kept`, '$.editors')
	) WHERE `author` IS NOT NULL AND `of_form` = `form_drafts`.`form` AND `why` = 'discarded' AND `at_revision` + 1 = `form_drafts`.`revision`
) WHERE `work` IS NULL;
