using System.Diagnostics;
using System.Text.Json;
using IsoE.Workflows.Expressions;

namespace IsoE.Workflows.Tests.Expressions;

/// <summary>Holds the subset against a whole JavaScript: the same JSON, or both fail.</summary>
public class NodeComparisonTests
{
    private const string Variables =
        """{"n":42,"s":"Hồ sơ số 7","list":[3,"x",{"a":1},[2]],"object":{"a":{"b":{"c":5}},"10":1,"9":"y"},"none":null}""";

    private const string Inputs = """{"form":{"floors":3,"b":{"c":"z"},"owners":["An","Bình"]}}""";

    private const string Script =
        """
        const given = JSON.parse(require('fs').readFileSync(0, 'utf8'));
        const { variables, input } = given;
        const run = source => {
          try {
            const body = new Function('variables', 'input', 'getVariable', 'getInput', 'getN', 'return (' + source + '\n)');
            const value = body(variables, input, name => variables[name], name => input[name], () => variables.n);
            return JSON.stringify(value) ?? 'null';
          } catch (error) { return 'fails'; }
        };
        console.log(JSON.stringify(given.sources.map(run)));
        """;

    [Test]
    public void Random_expressions_have_the_value_that_Node_gives_them([Values(1, 2, 3)] int seed)
    {
        var generator = new ExpressionGenerator(seed);
        var sources = Enumerable.Range(0, 4_000).Select(i => generator.Make((i % 5) + 1)).ToList();

        var expected = RunNode(sources);

        Assert.That(expected.Count(answer => answer != "fails"), Is.GreaterThan(sources.Count / 2));
        Assert.Multiple(() =>
        {
            for (var i = 0; i < sources.Count; i++)
            {
                Assert.That(Run(sources[i]), Is.EqualTo(expected[i]), $"seed {seed}: {sources[i]}");
            }
        });
    }

    private static string Run(string source)
    {
        var parsed = JavaScriptExpression.Parse(source);
        if (parsed.Expression is null)
        {
            return parsed.Error!.Message.En;
        }

        try
        {
            return parsed.Expression.Evaluate(new GivenValues(Variables, Inputs)).GetRawText();
        }
        catch (ExpressionFailedException)
        {
            return "fails";
        }
    }

    private static string[] RunNode(List<string> sources)
    {
        using var node = Process.Start(new ProcessStartInfo("node", ["-e", Script])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        })!;
        var output = node.StandardOutput.ReadToEndAsync();
        node.StandardInput.Write(JsonSerializer.Serialize(new
        {
            sources,
            variables = JsonDocument.Parse(Variables).RootElement,
            input = JsonDocument.Parse(Inputs).RootElement,
        }));
        node.StandardInput.Close();
        var answers = JsonSerializer.Deserialize<string[]>(output.Result)!;
        node.WaitForExit();
        return answers;
    }
}
