ALTER TABLE "comments" ADD COLUMN "mark_id" uuid;--> statement-breakpoint
ALTER TABLE "comments" ADD COLUMN "perspective_id" uuid;--> statement-breakpoint
CREATE INDEX "comments_by_markId" ON "comments" USING btree ("ecosystem_id","mark_id");--> statement-breakpoint
CREATE INDEX "comments_by_perspectiveId" ON "comments" USING btree ("ecosystem_id","perspective_id");