using System.Text.Json;
using System.Text.Json.Nodes;
using IsoE.Workflows.Activities;
using IsoE.Workflows.Definitions;
using IsoE.Workflows.Expressions;
using Activity = IsoE.Workflows.Definitions.Activity;

namespace IsoE.Workflows.Verification.Data;

/// <summary>
/// The values of a definition as far as its conditions ask for them: everything that can be written or entered falls
/// into a few regions, and a run need only know which.
/// </summary>
internal sealed class DataModel
{
    private const int MostCombinations = 4_096;

    private readonly WorkflowDefinition definition;
    private readonly VerificationContext context;
    private readonly Naming naming;
    private readonly Writers writers;
    private readonly Dictionary<ActivityInput, Inquiry> inquiries = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<Source, int> sources = [];
    private readonly Dictionary<Term, int> terms = [];
    private readonly Dictionary<Term, IReadOnlyList<Value>> constants = [];
    private readonly ILookup<Source, Activity> writersOf;
    private ILookup<Source, Term> termsOf = Enumerable.Empty<Term>().ToLookup(term => term.Source);
    private readonly ILookup<string, Inquiry> others;
    private readonly HashSet<Inquiry> decided;

    /// <param name="isFollowed">Sources whose values are followed; a condition that reads another can go every way. Null for all.</param>
    public DataModel(WorkflowDefinition definition, VerificationContext context, Func<Source, bool>? isFollowed = null)
    {
        (this.definition, this.context) = (definition, context);
        naming = new Naming(definition);
        writers = new Writers(definition, new Results(context), naming);
        var all = definition.Activities.Values.ToList();
        foreach (var input in all.SelectMany(Inputs))
        {
            inquiries[input] = Inquiry.Of(input, naming);
        }

        writersOf = all.SelectMany(activity => writers.WrittenBy(activity).Select(source => (source, activity)))
            .ToLookup(pair => pair.source, pair => pair.activity);
        var conditions = all.SelectMany(ConditionsOf).Select(input => inquiries[input]).ToList();
        Number(conditions, isFollowed ?? (_ => true));
        others = all.SelectMany(activity => Inputs(activity).Except(ConditionsOf(activity)).Select(input => (activity.Id, Inquiry: inquiries[input])))
            .Where(pair => pair.Inquiry.Sources.Any(source => source.Kind != SourceKind.Input) && pair.Inquiry.Sources.All(sources.ContainsKey))
            .ToLookup(pair => pair.Id, pair => pair.Inquiry);
        decided = [.. conditions.Where(IsDecided)];
    }

    /// <summary>How many ids there are: of sources first, then of terms.</summary>
    public int Count => sources.Count + terms.Count;

    /// <summary>The inputs by which an activity chooses its way.</summary>
    public static IEnumerable<ActivityInput> ConditionsOf(Activity activity) => activity.Type switch
    {
        FlowDecision or If or While => activity.Inputs.Where(input => input.Key == "condition").Select(input => input.Value),
        FlowSwitch or Switch => activity.Cases.Select(c => c.Condition),
        _ => [],
    };

    public Inquiry Of(ActivityInput input) => inquiries[input];

    /// <summary>Whether trying out the regions tells how the condition comes out.</summary>
    public bool Decides(Inquiry inquiry) => decided.Contains(inquiry);

    /// <summary>Sources that an expression reads, inputs excluded: they never change.</summary>
    public IEnumerable<Source> ReadBy(Activity activity) =>
        Inputs(activity).SelectMany(input => inquiries[input].Sources).Where(source => source.Kind != SourceKind.Input && sources.ContainsKey(source));

    public IEnumerable<Source> WrittenBy(Activity activity) => writers.WrittenBy(activity).Where(sources.ContainsKey);

    /// <summary>Ids of what an activity asks for; of terms only for its conditions.</summary>
    public IEnumerable<int> Asked(Activity activity) =>
        Inputs(activity).SelectMany(input => inquiries[input].Sources).Where(sources.ContainsKey).Select(source => sources[source])
            .Concat(ConditionsOf(activity).Select(input => inquiries[input]).Where(Decides)
                .SelectMany(inquiry => inquiry.Terms).Select(term => terms[term]));

    /// <summary>Ids of a source and its terms.</summary>
    public IEnumerable<int> IdsOf(Source source) => TermsOf(source).Select(term => terms[term]).Append(sources[source]);

    /// <summary>What is known once the activity has completed.</summary>
    public Knowledge Complete(Knowledge before, Activity activity, string outcome, bool timedOut)
    {
        var after = before;
        foreach (var source in WrittenBy(activity))
        {
            var matters = writers.OutcomeMatters(activity, TermsOf(source));
            var writer = new Written(activity.Id, matters ? outcome : "", timedOut && TermsOf(source).Any());
            after = after.Write(sources[source], TermsOf(source).Select(term => terms[term]), writer);
        }

        return after;
    }

    /// <summary>The regions a term may still be in; empty when it is known, or follows from what is known.</summary>
    public IReadOnlyList<JsonElement> Open(Term term, Knowledge knowledge)
    {
        if (knowledge.TryGet(terms[term], out _))
        {
            return [];
        }

        if (term.Source.Kind == SourceKind.Input)
        {
            return Samples(InputShape(term), term);
        }

        return knowledge.WriterOf(sources[term.Source]) is { } writer && !writers.Follows(writer, term)
            ? Samples(writers.ShapeOf(writer, term), term)
            : [];
    }

    public Knowledge With(Knowledge knowledge, Term term, JsonElement value) => knowledge.With(terms[term], value);

    /// <summary>What is known at a start with this input.</summary>
    public Knowledge Given(string input, JsonElement value) =>
        terms.TryGetValue(new Term(new Source(SourceKind.Input, input), ""), out var id)
            ? Knowledge.Nothing.With(id, value)
            : Knowledge.Nothing;

    /// <summary>What its conditions read, each once.</summary>
    public IReadOnlyList<Term> TermsOf(Activity activity) =>
        [.. ConditionsOf(activity).SelectMany(input => inquiries[input].Terms).Distinct()];

    /// <summary>The value of a source under what is known; undefined when nothing has written the result of an activity.</summary>
    public JsonElement Value(Source source, Knowledge knowledge)
    {
        if (source.Kind == SourceKind.Input)
        {
            return Composed(source, knowledge, new Dictionary<string, JsonElement>());
        }

        if (!sources.TryGetValue(source, out var id) || knowledge.WriterOf(id) is not { } writer)
        {
            return source.Kind == SourceKind.Result ? default : definition.FindVariable(source.Name)!.Default;
        }

        return writers.Whole(writer) ?? Composed(source, knowledge, writers.Known(writer));
    }

    /// <summary>Whether trying out the regions tells how every condition of the activity comes out.</summary>
    public bool Decides(Activity activity) => ConditionsOf(activity).All(input => Decides(inquiries[input]));

    /// <summary>Whether its conditions read nothing: it always goes the same way.</summary>
    public bool IsConstant(Activity activity) => ConditionsOf(activity).All(input => inquiries[input].Terms.Count == 0 && inquiries[input].IsKnown);

    /// <summary>An expression that fails when the activity starts, because what it reads has not been written.</summary>
    public (ActivityInput Input, Text Reason)? Failure(Activity activity, Knowledge knowledge)
    {
        foreach (var inquiry in others[activity.Id])
        {
            if (KnownValues.FailureOf(inquiry, this, knowledge) is { } reason)
            {
                return (inquiry.Given, reason);
            }
        }

        return null;
    }

    /// <summary>A sentence's part that says what is known of the terms of its conditions.</summary>
    public Text Told(Activity activity, Knowledge knowledge)
    {
        var facts = ConditionsOf(activity).SelectMany(input => inquiries[input].Terms).Distinct().Where(terms.ContainsKey)
            .Where(term => knowledge.TryGet(terms[term], out _))
            .Select(term => Told(term, knowledge.TryGet(terms[term], out var value) ? value : default)).ToList();
        return new Text(string.Join(", ", facts.Select(fact => fact.Vi)), string.Join(", ", facts.Select(fact => fact.En)));
    }

    public Naming Names => naming;

    /// <summary>Everything an activity evaluates; the variable that is set is not read.</summary>
    private static IEnumerable<ActivityInput> Inputs(Activity activity) =>
        activity.Inputs.Values.Where(input => activity.Type is not SetVariable || input.Name != SetVariable.Variable)
            .Concat(activity.Cases.Select(c => c.Condition));

    private void Number(IReadOnlyList<Inquiry> conditions, Func<Source, bool> isFollowed)
    {
        // What a container gives its own variables comes and goes with it: those are not followed.
        var local = definition.Root.SelfAndDescendants().Skip(1).SelectMany(activity => activity.Variables).Select(variable => variable.Name).ToHashSet();
        foreach (var source in inquiries.Values.SelectMany(inquiry => inquiry.Sources).Distinct()
            .Where(source => isFollowed(source) && (source.Kind != SourceKind.Variable || !local.Contains(source.Name))))
        {
            sources[source] = sources.Count;
        }

        foreach (var uses in conditions.SelectMany(inquiry => inquiry.Uses).Where(use => sources.ContainsKey(use.Term.Source)).GroupBy(use => use.Term))
        {
            terms[uses.Key] = sources.Count + terms.Count;
            constants[uses.Key] = [.. uses.SelectMany(use => use.Constants)];
        }

        termsOf = terms.Keys.ToLookup(term => term.Source);
    }

    private IEnumerable<Term> TermsOf(Source source) => termsOf[source];

    private bool IsDecided(Inquiry inquiry)
    {
        if (!inquiry.IsKnown || !inquiry.Sources.All(sources.ContainsKey) || !inquiry.Uses.All(IsDecided))
        {
            return false;
        }

        var combinations = inquiry.Terms
            .Aggregate(1L, (product, term) => product * ShapesOf(term).Select(shape => Samples(shape, term).Count).DefaultIfEmpty(1).Max());
        return combinations <= MostCombinations;
    }

    private IReadOnlyList<JsonElement> Samples(ValueShape shape, Term term) =>
        Regions.Samples(shape, constants[term], isWhole: term.Path.Length == 0 && termsOf[term.Source].Count() > 1);

    private bool IsDecided(Use use) => ShapesOf(use.Term).All(shape => Regions.Decide(shape, use));

    private IEnumerable<ValueShape> ShapesOf(Term term) => term.Source.Kind == SourceKind.Input
        ? [InputShape(term)]
        : writersOf[term.Source]
            .Where(activity => !Writers.IsAlwaysThere(activity, term) && !(term.Path.Length == 0 && activity.Type is UserTask or SubProcedure))
            .Select(activity => new Written(activity.Id, activity.Outcomes is [var first, ..] ? first : "", false))
            .Where(writer => writers.Whole(writer) is null)
            .Select(writer => writers.ShapeOf(writer, term));

    private ValueShape InputShape(Term term)
    {
        var shape = context.Inputs?.GetValueOrDefault(term.Source.Name);
        return shape is null ? ValueShape.Any
            : term.Path.Length == 0 ? shape
            : shape.Fields is null ? ValueShape.Any
            : shape.Fields.GetValueOrDefault(term.Field, ValueShape.Any);
    }

    private JsonElement Composed(Source source, Knowledge knowledge, IReadOnlyDictionary<string, JsonElement> known)
    {
        var value = new JsonObject();
        foreach (var (name, field) in known)
        {
            value[name] = JsonNode.Parse(field.GetRawText());
        }

        foreach (var term in TermsOf(source))
        {
            if (!knowledge.TryGet(terms[term], out var entered))
            {
                continue;
            }

            if (term.Path.Length == 0 && entered.ValueKind != JsonValueKind.Object)
            {
                return entered.ValueKind == JsonValueKind.Undefined ? Values.Null : entered;
            }

            if (term.Path.Length > 0)
            {
                Put(value, term.Path.Split('.'), entered);
            }
        }

        return Values.Of(value);
    }

    /// <summary>Puts a value into an object by its path; of one that is missing only the way to it.</summary>
    internal static void Put(JsonObject into, string[] path, JsonElement value)
    {
        foreach (var name in path[..^1])
        {
            if (into[name] is not JsonObject inner)
            {
                into[name] = inner = [];
            }

            into = inner;
        }

        if (value.ValueKind != JsonValueKind.Undefined)
        {
            into[path[^1]] = JsonNode.Parse(value.GetRawText());
        }
    }

    private static Text Told(Term term, JsonElement value)
    {
        var name = term.Path.Length == 0 ? term.Source.Name : term.Path;
        return value.ValueKind switch
        {
            JsonValueKind.Undefined => new Text($"{name} để trống", $"{name} is empty"),
            JsonValueKind.String when value.GetString() == Regions.OtherText => new Text($"{name} là giá trị khác", $"{name} is another value"),
            _ => new Text($"{name} = {Values.ToText(value)}", $"{name} = {Values.ToText(value)}"),
        };
    }
}
