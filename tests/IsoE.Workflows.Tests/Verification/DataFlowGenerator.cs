using System.Globalization;
using System.Text.Json;
using IsoE.Workflows.Execution;
using IsoE.Workflows.Expressions;
using IsoE.Workflows.Verification;

namespace IsoE.Workflows.Tests.Verification;

/// <summary>Makes random flowcharts whose decisions read what tasks and the dossier's form have entered.</summary>
internal sealed class DataFlowGenerator(int seed)
{
    /// <summary>What the gate is told of the forms.</summary>
    public static readonly VerificationContext Context = new(
        TaskForms: new Dictionary<string, ValueShape>
        {
            ["f"] = new(new Dictionary<string, ValueShape>
            {
                ["flag"] = new() { Kind = ValueKind.Truth, IsGiven = true },
                ["kind"] = new(Values: ["a", "b"]) { IsGiven = true, AskedWith = ["Ok"] },
            }),
        },
        Inputs: new Dictionary<string, ValueShape>
        {
            ["case"] = new(Values: ["x", "y"]) { IsGiven = true },
            ["form"] = new(new Dictionary<string, ValueShape> { ["floors"] = new() { Kind = ValueKind.Number, IsWhole = true, Min = 1, Max = 9 } }),
        });

    /// <summary>Every start that can make a difference.</summary>
    public static readonly IReadOnlyList<IReadOnlyDictionary<string, JsonElement>> Inputs =
    [
        .. from name in new[] { "x", "y" }
           from form in new[] { "{}", """{"floors":3}""", """{"floors":4}""" }
           select new Dictionary<string, JsonElement> { ["case"] = Values.Of(name), ["form"] = Values.Parse(form) },
    ];

    private readonly Random random = new(seed);
    private readonly List<string> variables = [];

    public static IReadOnlyList<JsonElement> Entries(UserTask task, string outcome) =>
        task.Form is null ? [default]
        : outcome != "Ok" ? [Values.Parse("""{"flag":true}"""), Values.Parse("""{"flag":false}""")]
        :
        [
            .. from flag in new[] { "true", "false" }
               from kind in new[] { "a", "b" }
               select Values.Parse($$"""{"flag":{{flag}},"kind":"{{kind}}"}"""),
        ];

    public Flow Make()
    {
        var flow = new Flow();
        var count = random.Next(3, 9);
        var outcomes = new List<(string Source, string Port)>();
        for (var i = 0; i < count; i++)
        {
            outcomes.AddRange(Add(flow, $"n{i}", i).Select(port => ($"n{i}", port)));
        }

        flow.Finish();
        foreach (var (source, port) in outcomes)
        {
            flow.Connect($"{source}:{port}>{Target(source, port, count)}");
        }

        return flow;
    }

    private string[] Add(Flow flow, string id, int number)
    {
        switch (number == 0 ? 0 : random.Next(10))
        {
            case 0 or 1 or 2:
                flow.Task(id, "Ok", "No").Set("form", "f").Keep(Variable());
                return ["Ok", "No"];
            case 3:
                flow.Fork(id, "A", "B");
                return ["A", "B"];
            case 4:
                flow.Join(id, random.Next(2) == 0 ? "WaitAll" : "WaitAny");
                return ["Done"];
            case 5:
                var cases = Enumerable.Range(0, random.Next(1, 4)).Select(i => ($"C{i}", Condition())).ToArray();
                flow.Switch(id, cases);
                return [.. cases.Select(c => c.Item1), .. random.Next(2) == 0 ? new[] { "Default" } : []];
            default:
                flow.Decision(id, Condition());
                return ["True", "False"];
        }
    }

    private string Variable()
    {
        var name = $"V{random.Next(3)}";
        variables.Add(name);
        return name;
    }

    private string Condition()
    {
        var variable = variables[random.Next(variables.Count)];
        var simple = random.Next(6) switch
        {
            0 => $"getVariable('{variable}').flag",
            1 => $"getVariable('{variable}').kind == '{(random.Next(2) == 0 ? "a" : "b")}'",
            2 => $"getVariable('{variable}').outcome == 'Ok'",
            3 => $"getVariable('{variable}')?.flag == true",
            4 => $"getInput('form').floors {(random.Next(2) == 0 ? ">" : "<=")} 3",
            _ => "getInput('case') == 'x'",
        };
        return random.Next(4) switch
        {
            0 => $"!({simple})",
            1 => $"{simple} && getInput('form').floors < 4",
            _ => simple,
        };
    }

    private string Target(string id, string port, int count)
    {
        var source = int.Parse(id[1..], CultureInfo.InvariantCulture);
        var back = port is "Ok" or "No" && random.Next(5) == 0;
        var target = back ? random.Next(0, source + 1) : random.Next(source + 1, Math.Min(count, source + 3) + 1);
        return target >= count ? "finish" : $"n{target}";
    }
}
