ALTER TABLE "stages" ADD COLUMN "recurs" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "stages" ADD COLUMN "frequency" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "touchpoints" ADD COLUMN "options" text[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "touchpoints" ADD COLUMN "criteria" text[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "touchpoints" ADD COLUMN "reasons" text[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "touchpoints" ADD COLUMN "leavers" integer;--> statement-breakpoint
ALTER TABLE "touchpoints" ADD COLUMN "leavers_per" text DEFAULT 'year' NOT NULL;