/** The file in the run's folder that names the processes of programs started by tests, one a line. */
export const programsList = 'programs'
