using System.Text.Json;
using IsoE.Office.Instances;
using IsoE.Workflows.Execution;

namespace IsoE.Office.Tests.TestBed;

/// <summary>The two things tests do to a workflow most.</summary>
public static class Workflows
{
    public static async Task<string> StartWorkflow(this TestOffice office, string definitionId, ParentLink? parent = null)
    {
        var id = office.NewId();
        await office.Runner.Run(
            new StepRequest(TestOffice.Agency, id, "start", "an"),
            step => step.Start(definitionId, 1, new StartWorkflow("start", step.Now, id, id, new Dictionary<string, JsonElement>()), parent),
            default);
        return id;
    }

    /// <summary>Completes the task that waits in the instance.</summary>
    public static Task<StepResult> Complete(this TestOffice office, string id, string outcome, string commandId) => office.Runner.Run(
        new StepRequest(TestOffice.Agency, id, commandId, "an"),
        step => step.Send(new ResumeBookmark(commandId, step.Now, step.Workflow!.Bookmarks.Keys.Single(), outcome, default)),
        default);

    public static async Task<WorkflowInstance> State(this TestOffice office, string id) =>
        (await office.History.Replay(TestOffice.Agency, id, default))!;
}
