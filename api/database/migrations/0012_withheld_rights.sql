ALTER TABLE "memberships" ADD COLUMN "withheld" text[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "tokens" ADD COLUMN "withheld" text[] DEFAULT '{}' NOT NULL;