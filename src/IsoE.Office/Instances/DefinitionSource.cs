using IsoE.Workflows.Definitions;

namespace IsoE.Office.Instances;

/// <summary>Gives the version of a definition that an instance of the agency is pinned to; immutable, may be cached for good.</summary>
/// <exception cref="InvalidOperationException">There is no such version: a published definition has been lost.</exception>
public delegate WorkflowDefinition DefinitionSource(string agencyId, string definitionId, int version);
