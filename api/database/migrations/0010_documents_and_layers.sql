ALTER TABLE "touchpoints" ADD COLUMN "documents" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "touchpoints" ADD COLUMN "layer" text;--> statement-breakpoint
-- Until now the type of a map changed one word; "strategic" was what nobody had chosen. Every map goes on showing what it showed.
ALTER TABLE "maps" NO FORCE ROW LEVEL SECURITY;--> statement-breakpoint
UPDATE "maps" SET "framework" = 'tactical' WHERE "framework" = 'strategic';--> statement-breakpoint
ALTER TABLE "maps" FORCE ROW LEVEL SECURITY;
