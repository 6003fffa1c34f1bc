ALTER TABLE "comments" ADD COLUMN "party_id" uuid;--> statement-breakpoint
ALTER TABLE "comments" ADD COLUMN "round_id" uuid;--> statement-breakpoint
ALTER TABLE "comments" ADD COLUMN "contribution_request_id" uuid;--> statement-breakpoint
ALTER TABLE "comments" ADD COLUMN "session_id" uuid;--> statement-breakpoint
ALTER TABLE "comments" ADD COLUMN "sticky_id" uuid;--> statement-breakpoint
CREATE INDEX "comments_by_partyId" ON "comments" USING btree ("ecosystem_id","party_id");--> statement-breakpoint
CREATE INDEX "comments_by_roundId" ON "comments" USING btree ("ecosystem_id","round_id");--> statement-breakpoint
CREATE INDEX "comments_by_contributionRequestId" ON "comments" USING btree ("ecosystem_id","contribution_request_id");--> statement-breakpoint
CREATE INDEX "comments_by_sessionId" ON "comments" USING btree ("ecosystem_id","session_id");--> statement-breakpoint
CREATE INDEX "comments_by_stickyId" ON "comments" USING btree ("ecosystem_id","sticky_id");