using System.Text.Json;
using System.Text.Json.Nodes;
using IsoE.Workflows.Definitions;
using IsoE.Workflows.Expressions;

namespace IsoE.Workflows.Verification.Data;

/// <summary>Evaluates expressions on what is known instead of on a running instance.</summary>
internal sealed class KnownValues(DataModel model, Knowledge knowledge) : IExpressionValues
{
    // Values that stand in for sources whose fields nothing is known of.
    private readonly Dictionary<Source, JsonElement> assumed = [];

    /// <summary>Whether a condition holds, or why it cannot be evaluated. Every term it reads must be known.</summary>
    public (bool Holds, Text? Failure) Truth(Inquiry condition)
    {
        var (value, failure) = Evaluate(condition);
        return failure is not null ? (false, failure)
            : TypeNames.TryConvert(value, "Boolean", out var truth) ? (JavaScriptExpression.IsTrue(truth), null)
            : (false, new Text($"giá trị {Values.ToJson(value)} không phải đúng/sai", $"the value {Values.ToJson(value)} is neither true nor false"));
    }

    /// <summary>
    /// Why an expression fails because something it reads has not been written yet; null when it does not, or when
    /// it fails for another reason, which cannot be known.
    /// </summary>
    public static Text? FailureOf(Inquiry inquiry, DataModel model, Knowledge knowledge)
    {
        var actual = new KnownValues(model, knowledge);
        var unwritten = inquiry.Sources.Where(source => Values.IsNothing(model.Value(source, knowledge))).ToList();
        if (unwritten.Count == 0 || !inquiry.IsKnown || inquiry.Given.JavaScript is null)
        {
            return null;
        }

        var written = new KnownValues(model, knowledge);
        foreach (var source in inquiry.Sources)
        {
            written.assumed[source] = Assumed(inquiry, source);
            if (!unwritten.Contains(source))
            {
                actual.assumed[source] = written.assumed[source];
            }
        }

        return written.Evaluate(inquiry).Failure is null ? actual.Evaluate(inquiry).Failure : null;
    }

    public bool TryGetVariable(string name, out JsonElement value)
    {
        var source = model.Names.Variable(name);
        value = source is { } found ? ValueOf(found) : Values.Null;
        return source is not null;
    }

    public bool TryGetInput(string name, out JsonElement value)
    {
        value = ValueOf(new Source(SourceKind.Input, name));
        return true;
    }

    public bool TryGetOutput(string activity, string output, out JsonElement value)
    {
        value = model.Names.Result(activity) is { } source && output.Equals("result", StringComparison.OrdinalIgnoreCase)
            ? ValueOf(source)
            : default;
        return value.ValueKind != JsonValueKind.Undefined;
    }

    private JsonElement ValueOf(Source source) =>
        assumed.TryGetValue(source, out var value) ? value : model.Value(source, knowledge);

    private (JsonElement Value, Text? Failure) Evaluate(Inquiry inquiry)
    {
        var given = inquiry.Given;
        try
        {
            return given.Kind switch
            {
                ExpressionKind.JavaScript => (Values.Keep(given.JavaScript!.Evaluate(this)), null),
                ExpressionKind.Variable or ExpressionKind.Input => (Values.Keep(ValueOf(inquiry.Sources.First())), null),
                _ => (given.Value, null),
            };
        }
        catch (ExpressionFailedException failure)
        {
            return (Values.Null, failure.Reason);
        }
    }

    private static JsonElement Assumed(Inquiry inquiry, Source source)
    {
        var value = new JsonObject();
        foreach (var path in inquiry.Uses.Where(use => use.Term.Source == source).Select(use => use.Term.Path))
        {
            if (path.Length == 0)
            {
                return Values.Of(Regions.OtherText);
            }

            DataModel.Put(value, path.Split('.'), Values.Of(Regions.OtherText));
        }

        return Values.Of(value);
    }
}
