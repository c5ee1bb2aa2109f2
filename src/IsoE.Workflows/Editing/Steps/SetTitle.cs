namespace IsoE.Workflows.Editing.Steps;

/// <summary>Names an activity. The id stays: it stands in histories and records.</summary>
/// <param name="Title">An empty English name lets the Vietnamese one stand for both.</param>
public sealed record SetTitle(string Activity, Text Title) : FlowEdit
{
    internal override void Apply(FlowEditing flow)
    {
        var activity = flow.Get(Activity);
        var (vi, en) = (Title.Vi.Trim(), Title.En.Trim());
        if (vi.Length == 0)
        {
            throw new RejectedException("title-missing", new Text("Hãy nhập tên bước.", "Enter the name of the step.")) { Field = "title" };
        }

        var input = activity.Type.TypeName == "IsoE.Notify" ? "subject" : "title";
        if (activity.Type.Inputs.All(known => known.Name != input))
        {
            flow.SetDisplayText(Activity, vi);
            return;
        }

        // A designer may have given the canvas a name of its own: it changes only while it says the same.
        if (activity.DisplayText is null || activity.DisplayText == activity.LiteralText(input))
        {
            flow.SetDisplayText(Activity, vi);
        }

        flow.SetLiteral(Activity, input, vi);
        flow.SetLiteral(Activity, input + "En", en.Length == 0 || en == vi ? null : en);
    }
}
