using IsoE.Workflows;

namespace IsoE.Office.Instances.Incidents;

internal static class OpenIncident
{
    /// <exception cref="RejectedException"><c>no-incident</c>: it has been resolved meanwhile, or there never was one.</exception>
    public static void Require(Step step, string activityInstanceId)
    {
        if (step.Workflow?.Incidents.ContainsKey(activityInstanceId) == true) return;
        throw new RejectedException("no-incident", new Text(
            "Sự cố này không còn: bước đã được thử lại hoặc hồ sơ đã kết thúc.",
            "There is no such incident any more: the step was tried again, or the dossier has ended."));
    }
}
