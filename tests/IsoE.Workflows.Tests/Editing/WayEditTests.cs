using IsoE.Workflows.Editing;
using IsoE.Workflows.Editing.Conditions;
using IsoE.Workflows.Editing.Steps;
using IsoE.Workflows.Editing.Ways;
using IsoE.Workflows.Verification;

namespace IsoE.Workflows.Tests.Editing;

[Parallelizable(ParallelScope.All)]
public sealed class WayEditTests
{
    private static readonly FlowCondition Tall = new(new Comparison(ConditionField.OfForm("floors"), ">", Values.Of(3)));

    [Test]
    public void An_outcome_led_elsewhere_changes_its_target_only()
    {
        var draft = Drafts.Shipped("1.013225");

        var edited = draft.With(new LeadTo("review", "Approved", "granted"));

        Assert.That(edited.Json.Split('\n').Zip(draft.Json.Split('\n')).Count(pair => pair.First != pair.Second), Is.EqualTo(1));
    }

    [Test]
    public void The_bends_of_a_line_that_is_led_elsewhere_go()
    {
        var edited = Drafts.Shipped("1.013225").With(new LeadTo("sign", "SentBack", "review"));

        var line = edited.Definition.Root.Json.GetProperty("connections").EnumerateArray()
            .Single(c => c.GetProperty("source").GetProperty("activity").GetString() == "sign" && c.GetProperty("source").GetProperty("port").GetString() == "SentBack");
        Assert.That(line.GetProperty("vertices").GetArrayLength(), Is.Zero);
    }

    [Test]
    public void Lines_of_old_files_keep_their_form()
    {
        var old = Drafts.Read(File.ReadAllText(Path.Combine(TestFiles.Root, "Definitions", "Files", "old-forms.json")));

        var edited = old.With(new AddStep(StepKind.Notify, new Text("Báo", "Tell"), new Spot("b")));

        Assert.That(edited.Json, Does.Contain("{\"source\": \"b\", \"target\": \"tell\", \"sourcePort\": \"Done\", \"targetPort\": \"In\", \"vertices\": []}"));
        Assert.That(Drafts.Ways(edited), Is.EquivalentTo(new[] { "b -Done-> tell", "tell -Done-> a", "a -Done-> b" }));
        Assert.That(Drafts.StrictErrors(edited), Is.Empty);
    }

    [Test]
    public void A_new_outcome_is_named_in_both_languages_and_leads_nowhere_yet()
    {
        var edited = Drafts.Shipped("NB-01").With(new AddOutcome("search", new Text("Cần hỏi thêm", "Ask again")));

        var search = edited.Definition.Activities["search"];
        Assert.That(search.Outcomes, Is.EqualTo(new[] { "Found", "NotFound", "AskAgain" }));
        Assert.That(search.Literal("outcomeLabels").GetProperty("AskAgain").GetProperty("vi").GetString(), Is.EqualTo("Cần hỏi thêm"));
        Assert.That(Drafts.Ways(edited, "search"), Has.None.Contains("AskAgain"));
    }

    [Test]
    public void An_outcome_goes_with_its_label_its_way_and_its_timeout()
    {
        var draft = Drafts.Shipped("1.001612");
        Assert.That(draft.Definition.Activities["receive-supplement"].LiteralText("onTimeout"), Is.EqualTo("NotSupplied"));

        var edited = draft.With(new RemoveOutcome("receive-supplement", "NotSupplied"));

        var step = edited.Definition.Activities["receive-supplement"];
        Assert.That(step.Outcomes, Is.EqualTo(new[] { "Supplied" }));
        Assert.That(step.LiteralText("onTimeout"), Is.EqualTo("warn"));
        Assert.That(step.Literal("outcomeLabels").TryGetProperty("NotSupplied", out _), Is.False);
        Assert.That(() => edited.With(new RemoveOutcome("receive-supplement", "Supplied")), Throws.TypeOf<RejectedException>());
    }

    [Test]
    public void The_first_outcome_of_a_sub_procedure_takes_over_its_way()
    {
        var edited = Drafts.Shipped("NB-01")
            .With(new AddStep(StepKind.SubProcedure, new Text("Hỏi xã khác", "Ask another"), new Spot("register-request")))
            .With(new AddOutcome("ask-another", new Text("Đã trả lời", "Answered")));

        Assert.That(Drafts.Ways(edited, "ask-another"), Is.EqualTo(new[] { "ask-another -Answered-> search" }));
    }

    [Test]
    public void A_decision_is_built_from_fields_and_read_back()
    {
        var condition = new FlowCondition(false, [Tall.Comparisons[0], new Comparison(ConditionField.OfStep("Search", "outcome"), "!=", Values.Of("Không 'rõ'"))]);

        var edited = Drafts.Shipped("NB-01").With(new AddDecision(new Spot("search", "Found"), new Text("Có cao tầng?", "Tall?"), condition, "send-reply"));

        var written = edited.Definition.Activities["tall"].Inputs["condition"].JavaScript!;
        Assert.That(written.Source, Is.EqualTo("getInput('form').floors > 3 || getVariable('Search').outcome != 'Không \\'rõ\\''"));
        Assert.That(FlowCondition.Of(written), Is.EqualTo(condition));
        Assert.That(Drafts.Ways(edited, "search", "tall"), Is.EquivalentTo(new[]
        {
            "search -Found-> tall", "search -NotFound-> sign-reply", "tall -True-> sign-reply", "tall -False-> send-reply",
        }));
    }

    [Test]
    public void A_condition_that_says_the_same_is_left_as_it_was_written()
    {
        var draft = Drafts.Shipped("1.001612");
        var written = draft.Definition.Activities["granted"].Inputs["condition"].JavaScript!;

        Assert.That(draft.With(new SetCondition("granted", FlowCondition.Of(written)!)), Is.SameAs(draft));
    }

    [TestCase("getVariable('A').x > 1 && (getVariable('A').y == 2 || getInput('case') == 'b')")]
    [TestCase("getVariable('A').items.length > 3")]
    [TestCase("!getVariable('A').ok")]
    [TestCase("getVariable('A').x == getVariable('B').x")]
    public void An_expression_that_says_more_is_left_to_Studio(string source)
    {
        Assert.That(FlowCondition.Of(Expressions(source)), Is.Null);
    }

    [Test]
    public void A_choice_leads_on_when_no_case_holds()
    {
        var edited = Drafts.Shipped("NB-01")
            .With(new AddChoice(new Spot("register-request"), new Text("Theo loại", "By kind"), [new ChoiceCase("Cao", Tall)]))
            .With(new SetCase("by-kind", new ChoiceCase("Thấp", new FlowCondition(Tall.Comparisons[0] with { Operator = "<=" }))))
            .With(new LeadTo("by-kind", "Thấp", "sign-reply"))
            .With(new RemoveCase("by-kind", "Cao"));

        Assert.That(edited.Definition.Activities["by-kind"].Outcomes, Is.EqualTo(new[] { "Thấp", "Default" }));
        Assert.That(Drafts.Ways(edited, "register-request", "by-kind"), Is.EquivalentTo(new[]
        {
            "register-request -Forwarded-> by-kind", "by-kind -Default-> search", "by-kind -Thấp-> sign-reply",
        }));
    }

    [Test]
    public void Parallel_branches_are_forked_and_joined_soundly()
    {
        var edited = Drafts.Shipped("NB-01")
            .With(new AddParallel(new Spot("register-request"), [new Text("Xin ý kiến", "Ask"), new Text("Đo đạc", "Survey")]))
            .With(new AddBranch("fork", new Text("Chụp ảnh", "Photograph")));

        Assert.That(Drafts.Ways(edited, "register-request", "fork", "ask", "survey", "photograph", "join"), Is.EquivalentTo(new[]
        {
            "register-request -Forwarded-> fork", "fork -Ask-> ask", "fork -Survey-> survey", "fork -Photograph-> photograph",
            "ask -Completed-> join", "survey -Completed-> join", "photograph -Completed-> join", "join -Done-> search",
        }));
        Assert.That(WorkflowVerifier.Verify(edited.Definition).Select(f => f.Code), Is.All.EqualTo(FindingCodes.MissingRole));
    }

    [Test]
    public void A_branch_goes_with_the_steps_nothing_else_leads_to()
    {
        var edited = Drafts.Shipped("NB-01")
            .With(new AddParallel(new Spot("register-request"), [new Text("Xin ý kiến", "Ask"), new Text("Đo đạc", "Survey"), new Text("Chụp ảnh", "Photograph")]))
            .With(new AddStep(StepKind.IssueRecord, new Text("Biên bản", "Minutes"), new Spot("survey")))
            .With(new RemoveBranch("fork", "Survey"));

        Assert.That(edited.Definition.Activities.Keys, Does.Not.Contain("survey").And.Not.Contain("minutes").And.Contain("join"));
        Assert.That(() => edited.With(new RemoveBranch("fork", "Ask")), Throws.TypeOf<RejectedException>());
    }

    [Test]
    public void A_supplement_loop_comes_back_to_its_step_and_ends_when_nothing_is_supplied()
    {
        var edited = Drafts.Shipped("NB-01").With(new AddSupplementLoop("search", "3wd"));

        Assert.That(Drafts.Ways(edited), Is.SupersetOf(new[]
        {
            "search -NeedsSupplement-> issue-supplement-request", "issue-supplement-request -Done-> notify-supplement",
            "notify-supplement -Done-> receive-supplement", "receive-supplement -Supplied-> search", "receive-supplement -NotSupplied-> sign-stop",
            "sign-stop -Signed-> issue-stop", "issue-stop -Done-> notify-stop", "notify-stop -Done-> stopped",
        }));
        Assert.That(WorkflowVerifier.Verify(edited.Definition), Is.Empty);
        Assert.That(() => edited.With(new AddSupplementLoop("search", "3wd")), Throws.TypeOf<RejectedException>());
    }

    [Test]
    public void A_second_supplement_loop_stops_by_the_same_way()
    {
        var edited = Drafts.Shipped("NB-01").With(new AddSupplementLoop("search", "3wd")).With(new AddSupplementLoop("sign-reply", "3wd"));

        Assert.That(Drafts.Ways(edited), Does.Contain("receive-supplement-2 -NotSupplied-> sign-stop"));
    }

    [Test]
    public void Nothing_follows_an_end_and_nothing_leads_to_the_start()
    {
        var draft = Drafts.Shipped("NB-01");

        Assert.That(() => draft.With(new AddStep(StepKind.Notify, new Text("x", "x"), new Spot("answered"))), Throws.TypeOf<RejectedException>());
        Assert.That(() => draft.With(new LeadTo("search", "Found", "start")), Throws.TypeOf<RejectedException>());
        Assert.That(() => draft.With(new AddStep(StepKind.Notify, new Text("x", "x"), new Spot("search"))), Throws.TypeOf<RejectedException>(), "which outcome?");
    }

    private static IsoE.Workflows.Expressions.JavaScriptExpression Expressions(string source) =>
        IsoE.Workflows.Expressions.JavaScriptExpression.Parse(source).Expression!;
}
