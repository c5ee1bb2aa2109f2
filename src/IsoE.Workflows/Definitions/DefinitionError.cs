namespace IsoE.Workflows.Definitions;

/// <summary>A place in a JSON file. Line and column count from 1; the path is like <c>$.root.activities[3]</c>.</summary>
public sealed record Place(int Line, int Column, string Path);

/// <summary>Why a file is not a definition: one sentence about one place.</summary>
/// <param name="Code">Stable and readable, for example <c>unknown-activity-type</c>.</param>
public sealed record DefinitionError(int Line, int Column, string Path, string Code, Text Message);

/// <param name="Definition">Null exactly when there are errors.</param>
/// <param name="Errors">All errors found, in the order of the file.</param>
public sealed record DefinitionReadResult(WorkflowDefinition? Definition, IReadOnlyList<DefinitionError> Errors);

/// <summary>How strict reading is.</summary>
/// <param name="ShowUnknownActivities">
/// Replaces an activity of unknown type by <c>Elsa.NotFoundActivity</c> keeping the original, so that a foreign draft
/// can be shown. Such a definition can be written back unchanged but not run.
/// </param>
public sealed record DefinitionReadOptions(bool ShowUnknownActivities = false);
