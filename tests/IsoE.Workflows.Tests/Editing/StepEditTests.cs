using IsoE.Workflows.Editing;
using IsoE.Workflows.Editing.Steps;
using IsoE.Workflows.Editing.Ways;

namespace IsoE.Workflows.Tests.Editing;

[Parallelizable(ParallelScope.All)]
public sealed class StepEditTests
{
    private static readonly Text Title = new("Kiểm tra thực địa", "Inspect the site");

    [Test]
    public void A_new_step_stands_between_an_outcome_and_what_followed()
    {
        var edited = Drafts.Shipped("1.001612").With(new AddStep(StepKind.UserTask, Title, new Spot("appraise", "Eligible")));

        Assert.That(Drafts.Ways(edited, "appraise", "inspect-the-site"), Is.EquivalentTo(new[]
        {
            "appraise -Eligible-> inspect-the-site", "appraise -NotEligible-> sign",
            "appraise -NeedsSupplement-> issue-supplement-request", "inspect-the-site -Completed-> sign",
        }));
        var step = edited.Definition.Activities["inspect-the-site"];
        Assert.That((step.NodeId, step.Name, step.DisplayText), Is.EqualTo(("Workflow1:flow:inspect-the-site", "InspectTheSite", "Kiểm tra thực địa")));
        Assert.That(edited.Definition.FindVariable(step.OutputBindings["result"])?.Name, Is.EqualTo("InspectTheSite"));
    }

    [Test]
    public void Ids_are_readable_and_never_taken_twice()
    {
        var twice = Drafts.Shipped("1.001612")
            .With(new AddStep(StepKind.UserTask, new Text("Đối chiếu giấy tờ", ""), new Spot("receive")))
            .With(new AddStep(StepKind.Notify, new Text("Đối chiếu giấy tờ", ""), new Spot("receive")));

        Assert.That(twice.Definition.Activities.Keys, Does.Contain("doi-chieu-giay-to").And.Contain("doi-chieu-giay-to-2"));
    }

    [Test]
    public void A_new_activity_lies_on_no_other_in_the_designer()
    {
        var edited = Drafts.Shipped("1.001612").With(new AddStep(StepKind.UserTask, Title, new Spot("receive")));

        var places = edited.Definition.Root.Activities.Select(a => a.Json.GetProperty("metadata").GetProperty("designer").GetProperty("position"))
            .Select(p => (p.GetProperty("x").GetDouble(), p.GetProperty("y").GetDouble()));
        Assert.That(places, Is.Unique);
    }

    [Test]
    public void Deleting_a_step_joins_its_predecessors_to_its_only_successor()
    {
        var edited = Drafts.Shipped("1.001612").With(new DeleteActivity("sign"));

        Assert.That(Drafts.Ways(edited, "appraise"), Is.EqualTo(new[]
        {
            "appraise -Eligible-> granted", "appraise -NotEligible-> granted", "appraise -NeedsSupplement-> issue-supplement-request",
        }));
        Assert.That(edited.Definition.FindVariable("Signing"), Is.Null, "its answers go with it");
    }

    [Test]
    public void Deleting_a_step_that_forks_leaves_the_outcomes_before_it_open()
    {
        var edited = Drafts.Shipped("1.001612").With(new DeleteActivity("granted"));

        Assert.That(Drafts.Ways(edited, "sign"), Is.EqualTo(new[] { "sign -SentBack-> appraise" }));
    }

    [Test]
    public void A_way_can_be_kept_when_a_decision_is_deleted()
    {
        var edited = Drafts.Shipped("1.001612").With(new DeleteActivity("granted", Keep: "True"));

        Assert.That(Drafts.Ways(edited, "sign"), Is.EquivalentTo(new[] { "sign -Signed-> issue", "sign -SentBack-> appraise" }));
    }

    [Test]
    public void A_deleted_step_is_no_longer_kept_apart()
    {
        var edited = Drafts.Shipped("1.004873").With(new DeleteActivity("draft"));

        Assert.That(edited.Definition.Activities["sign"].LiteralTexts("separateFrom"), Is.EqualTo(new[] { "check" }));
    }

    [Test]
    public void The_start_stays()
    {
        Assert.That(() => Drafts.Shipped("NB-01").With(new DeleteActivity("start")), Throws.TypeOf<RejectedException>());
    }

    [Test]
    public void Moving_up_changes_places_with_the_step_before()
    {
        var edited = Drafts.Shipped("1.013225").With(new MoveUp("review"));

        Assert.That(Drafts.Ways(edited, "join", "appraise", "draft", "review"), Is.EquivalentTo(new[]
        {
            "appraise -Valid-> fork", "appraise -NotEligible-> review", "appraise -NeedsSupplement-> issue-supplement-request", "join -Done-> review",
            "review -Approved-> draft", "review -SentBack-> draft", "draft -ProposeGrant-> sign", "draft -ProposeRefusal-> sign",
        }));
    }

    [Test]
    public void Moving_up_passes_a_parallel_part_as_a_whole()
    {
        var edited = Parallel().With(new MoveUp("sign-reply"));

        Assert.That(Drafts.Ways(edited, "search", "sign-reply", "join"), Is.EquivalentTo(new[]
        {
            "search -Found-> sign-reply", "search -NotFound-> sign-reply",
            "sign-reply -Signed-> fork", "sign-reply -SentBack-> search", "join -Done-> send-reply",
        }));
    }

    [Test]
    public void Moving_down_passes_a_parallel_part_as_a_whole()
    {
        var edited = Parallel().With(new MoveDown("search"));

        Assert.That(Drafts.Ways(edited, "register-request", "join", "search"), Is.EquivalentTo(new[]
        {
            "register-request -Forwarded-> fork", "join -Done-> search", "search -Found-> sign-reply", "search -NotFound-> sign-reply",
        }));
    }

    [Test]
    public void Moving_up_and_down_again_gives_the_earlier_bytes()
    {
        var draft = Drafts.Shipped("NB-01");

        Assert.That(draft.With(new MoveUp("search")).With(new MoveDown("search")).Json, Is.EqualTo(draft.Json));
    }

    [TestCase("register-request", true)]
    [TestCase("answered", false)]
    [TestCase("hand-answer", false)]
    [TestCase("start", false)]
    public void What_cannot_move_further_is_refused(string activity, bool up)
    {
        FlowEdit edit = up ? new MoveUp(activity) : new MoveDown(activity);

        Assert.That(() => Drafts.Shipped("NB-01").With(edit), Throws.TypeOf<RejectedException>());
    }

    [Test]
    public void A_copy_follows_its_original_and_has_answers_of_its_own()
    {
        var edited = Drafts.Shipped("NB-01").With(new DuplicateStep("sign-reply"));

        var copy = edited.Definition.Activities["sign-reply-2"];
        Assert.That(Drafts.Ways(edited, "sign-reply", "sign-reply-2"), Is.EquivalentTo(new[]
        {
            "sign-reply -Signed-> sign-reply-2", "sign-reply -SentBack-> search", "sign-reply-2 -Signed-> send-reply", "sign-reply-2 -SentBack-> search",
        }));
        Assert.That(copy.LiteralText("title"), Is.EqualTo("Ký văn bản trả lời (bản sao)"));
        Assert.That(copy.OutputBindings["result"], Is.Not.EqualTo(edited.Definition.Activities["sign-reply"].OutputBindings["result"]));
    }

    [Test]
    public void A_new_title_shows_in_the_designer_unless_it_has_a_name_of_its_own_there()
    {
        var draft = Drafts.Shipped("NB-01");
        var own = Drafts.Read(draft.Json.Replace("\"displayText\": \"Ký văn bản trả lời\"", "\"displayText\": \"Ký\"", StringComparison.Ordinal));

        Assert.That(draft.With(new SetTitle("sign-reply", Title)).Definition.Activities["sign-reply"].DisplayText, Is.EqualTo(Title.Vi));
        Assert.That(own.With(new SetTitle("sign-reply", Title)).Definition.Activities["sign-reply"].DisplayText, Is.EqualTo("Ký"));
    }

    [Test]
    public void One_input_changes_one_line()
    {
        var draft = Drafts.Shipped("NB-01");

        var edited = draft.With(new SetInput("search", "role", "division_head"));

        var (before, after) = (draft.Json.Split('\n'), edited.Json.Split('\n'));
        Assert.That(after, Has.Length.EqualTo(before.Length));
        Assert.That(after.Zip(before).Count(pair => pair.First != pair.Second), Is.EqualTo(1));
    }

    [TestCase("clock", "sometimes")]
    [TestCase("colour", "red")]
    public void An_input_or_option_that_does_not_exist_is_refused(string input, string value)
    {
        Assert.That(() => Drafts.Shipped("NB-01").With(new SetInput("search", input, value)), Throws.TypeOf<RejectedException>());
    }

    [Test]
    public void A_limit_for_each_case_is_written_so_that_it_can_be_computed()
    {
        var limits = new[] { KeyValuePair.Create("house", (string?)"4h"), KeyValuePair.Create("works", (string?)"2wd") };

        var edited = Drafts.Shipped("1.013225").With(new SetTimeLimit("assign", limits));

        Assert.That(edited.Definition.Activities["assign"].Inputs["timeLimit"].JavaScript?.Source, Is.EqualTo("getInput('case') == 'works' ? '2wd' : '4h'"));
        Assert.That(edited.With(new SetTimeLimit("assign", "2H")).Definition.Activities["assign"].LiteralText("timeLimit"), Is.EqualTo("2h"));
        Assert.That(() => edited.With(new SetTimeLimit("assign", "hai ngày")), Throws.TypeOf<RejectedException>());
    }

    [Test]
    public void What_the_table_does_not_know_is_kept_when_a_step_changes()
    {
        var json = Drafts.Shipped("NB-01").Json.Replace("\"id\": \"search\",", "\"id\": \"search\", \"future\": { \"a\":[1,2 ] },", StringComparison.Ordinal);

        var edited = Drafts.Read(json).With(new SetInput("search", "unit", "economy"));

        Assert.That(edited.Json, Does.Contain("\"future\": { \"a\":[1,2 ] },"));
    }

    [Test]
    public void A_foreign_activity_can_be_led_to_and_keeps_its_bytes()
    {
        var foreign = Drafts.Read(Drafts.Shipped("NB-01").Json.Replace("\"type\": \"Elsa.Complete\"", "\"type\": \"Elsa.SendEmail\"", StringComparison.Ordinal));

        var edited = foreign.With(new LeadTo("search", "NotFound", "answered"));

        Assert.That(Drafts.Ways(edited, "search"), Does.Contain("search -NotFound-> answered"));
        Assert.That(Drafts.Activities(edited).Single(a => a.Id == "answered"), Is.EqualTo(Drafts.Activities(foreign).Single(a => a.Id == "answered")));
    }

    private static FlowDraft Parallel() => Drafts.Shipped("NB-01")
        .With(new AddParallel(new Spot("search", "Found"), [new Text("Xin ý kiến", "Ask"), new Text("Đo đạc", "Survey")]))
        .With(new LeadTo("search", "NotFound", "fork"));
}
