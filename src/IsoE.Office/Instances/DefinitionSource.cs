using IsoE.Workflows.Definitions;

namespace IsoE.Office.Instances;

/// <summary>Gives the version of a definition that an instance is pinned to; it is immutable and may be cached for good.</summary>
/// <exception cref="InvalidOperationException">There is no such version: a published definition has been lost.</exception>
public delegate WorkflowDefinition DefinitionSource(string definitionId, int version);
