using System.Diagnostics;

namespace IsoE.Office.Tests.Storage;

/// <summary>The short form of the kill test; fifty kills are <c>dotnet run -c Release --project tests/IsoE.Benchmarks -- kill</c>.</summary>
public sealed class KillTests
{
    [TestCase("sqlite")]
    [TestCase("postgres")]
    public async Task A_killed_office_loses_doubles_and_halves_no_acknowledged_step(string database)
    {
        var program = Path.Combine(AppContext.BaseDirectory, "IsoE.Benchmarks.dll");
        var start = new ProcessStartInfo("dotnet", [program, "kill", "--kills", "2", "--database", database]) { RedirectStandardOutput = true };
        using var kill = Process.Start(start)!;

        var said = await kill.StandardOutput.ReadToEndAsync();
        await kill.WaitForExitAsync();

        Assert.That(kill.ExitCode, Is.Zero, said);
        Assert.That(said, Does.Contain("whole"));
    }
}
