"""Papers to fill in, to sign and to send: input workbooks, the policy's form and statement, letters of inquiry."""
