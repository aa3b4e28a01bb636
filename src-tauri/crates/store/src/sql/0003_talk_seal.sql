-- A hash over the talk that a finished session keeps. What was finished before has none; an empty talk could not be saved.
ALTER TABLE summary ADD COLUMN talk_seal BLOB CHECK (length(talk_seal) = 32);
