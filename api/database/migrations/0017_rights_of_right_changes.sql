GRANT SELECT, INSERT, UPDATE, DELETE ON right_changes TO interlane_system;--> statement-breakpoint
ALTER TABLE public.right_changes FORCE ROW LEVEL SECURITY;
