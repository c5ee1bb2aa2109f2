using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using IsoE.Office.Procedures;
using IsoE.Workflows.Definitions;
using IsoE.Workflows.Execution;

namespace IsoE.Benchmarks.Engines;

/// <summary>Decisions a second on one core: the shipped procedures from start to end, again and again.</summary>
internal static class EngineSpeed
{
    private static readonly DateTimeOffset Start = new(2026, 11, 2, 1, 0, 0, TimeSpan.Zero);

    private static readonly Dictionary<string, string[]> Walks = new()
    {
        ["1.001612"] = ["receive Forwarded", "appraise Eligible", "sign SentBack", "appraise Eligible", "sign Signed", "issue Issued", "return Returned"],
        ["1.004873"] = ["receive Forwarded", "check NeedsVerification", "verify-elsewhere Answered", "draft ProposeGrant", "sign Signed", "issue Issued", "return Returned"],
        ["1.013225"] =
        [
            "receive Forwarded", "assign Assigned", "appraise Valid", "inspect-site Inspected", "draft ProposeGrant", "review Approved",
            "sign SentBack", "draft ProposeGrant", "review Approved", "sign Signed", "collect-fee Paid", "issue Issued", "return Returned",
        ],
        ["NB-01"] = ["register-request Forwarded", "search Found", "sign-reply SentBack", "search NotFound", "sign-reply Signed", "send-reply Answered"],
    };

    public static void Run(bool quick)
    {
        var library = ProcedureLibrary.Load(AppContext.BaseDirectory);
        var length = TimeSpan.FromSeconds(quick ? 0.5 : 3);
        var table = new Table(
            "Engine, one thread: decide a command and apply its events",
            "procedure", "commands a walk", "events a command", "decisions/s", "with JSON/s", "KB allocated");
        foreach (var (code, walk) in Walks)
        {
            var definition = library.Get(code, 1).Definition;
            Walk(definition, walk, false);
            var events = Walk(definition, walk, true);
            var (plain, allocated) = Measure(length, walk.Length + 1, () => Walk(definition, walk, false));
            var (stored, _) = Measure(length, walk.Length + 1, () => Walk(definition, walk, true));
            table.Add(code, walk.Length + 1, (double)events / (walk.Length + 1), plain, stored, allocated / 1024);
        }

        table.Print();
        Console.WriteLine("With JSON: the state is read before and written after each decision, its events are written, as a stored step does.");
    }

    private static (double PerSecond, double AllocatedBytes) Measure(TimeSpan length, int commands, Action walk)
    {
        var decisions = 0;
        var allocated = GC.GetAllocatedBytesForCurrentThread();
        var watch = Stopwatch.StartNew();
        while (watch.Elapsed < length)
        {
            walk();
            decisions += commands;
        }

        return (decisions / watch.Elapsed.TotalSeconds, (double)(GC.GetAllocatedBytesForCurrentThread() - allocated) / decisions);
    }

    private static int Walk(WorkflowDefinition definition, string[] walk, bool stored)
    {
        var events = 0;
        WorkflowInstance? instance = null;
        Send(new StartWorkflow("c0", Start, "instance", "H29.150-261102-0001", Inputs));
        for (var i = 0; i < walk.Length; i++)
        {
            var (activity, outcome) = walk[i].Split(' ') is [var a, var o] ? (a, o) : throw new InvalidOperationException(walk[i]);
            var bookmark = instance!.Bookmarks.Values.First(b => b.ActivityId == activity).Id;
            Send(new ResumeBookmark(string.Create(CultureInfo.InvariantCulture, $"c{i + 1}"), Start.AddMinutes(i + 1), bookmark, outcome, Entered(outcome)));
        }

        return instance!.Status is WorkflowStatus.Finished
            ? events
            : throw new InvalidOperationException($"{definition.DefinitionId} did not come to its end.");

        void Send(WorkflowCommand command)
        {
            if (stored && instance is not null)
                instance = WorkflowInstanceJson.Read(WorkflowInstanceJson.Write(instance));
            foreach (var e in Engine.Decide(definition, instance, command))
            {
                instance = WorkflowInstance.Apply(instance, e);
                events++;
                if (stored)
                    WorkflowEventJson.Write(e);
            }
        }
    }

    private static JsonElement Entered(string outcome) => Results.GetValueOrDefault(outcome, Nothing);

    private static JsonElement Nothing { get; } = JsonSerializer.SerializeToElement(new { });

    private static Dictionary<string, JsonElement> Results { get; } = new()
    {
        ["NeedsVerification"] = JsonSerializer.SerializeToElement(new { outcome = "NeedsVerification", verificationAgency = "H29.151" }),
        ["Valid"] = JsonSerializer.SerializeToElement(new { outcome = "Valid", needsOpinion = false }),
        ["Paid"] = JsonSerializer.SerializeToElement(new { outcome = "Paid", amount = 75_000 }),
    };

    private static Dictionary<string, JsonElement> Inputs { get; } = new()
    {
        ["case"] = JsonSerializer.SerializeToElement("house"),
        ["form"] = JsonSerializer.SerializeToElement(new
        {
            floors = 4,
            fullName = "Nguyễn Văn An",
            identityNumber = "079090000001",
            dateOfBirth = "1990-01-01",
            formerAddress = "Ấp 2",
            formerFrom = "2012-06-01",
            formerTo = "2019-03-15",
        }),
        ["dossier"] = JsonSerializer.SerializeToElement(new { code = "H29.150-261102-0001", channel = "direct" }),
    };
}
