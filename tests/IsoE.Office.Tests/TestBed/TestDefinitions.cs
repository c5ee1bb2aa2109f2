using IsoE.Workflows.Definitions;

namespace IsoE.Office.Tests.TestBed;

public static class TestDefinitions
{
    public static WorkflowDefinition Get(string definitionId, int version) =>
        throw new InvalidOperationException($"There is no test definition {definitionId} version {version}.");
}
