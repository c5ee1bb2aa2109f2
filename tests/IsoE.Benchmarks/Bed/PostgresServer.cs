using System.Diagnostics;
using System.Globalization;
using Npgsql;

namespace IsoE.Benchmarks.Bed;

/// <summary>A PostgreSQL server of its own, gone when it is disposed of.</summary>
public sealed class PostgresServer : IDisposable
{
    private readonly string _programs;
    private readonly string _folder;
    private readonly string _settings;
    private readonly int _poolSize;
    private int _databases;

    /// <param name="isDurable">True keeps the durable defaults, fsync and synchronous_commit on; false for tests, where nothing has to survive a power cut.</param>
    /// <exception cref="InvalidOperationException">PostgreSQL is not installed, or does not start.</exception>
    public PostgresServer(bool isDurable = true)
    {
        _poolSize = isDurable ? 40 : 20;
        _settings = isDurable ? "-c max_connections=200" : "-c max_connections=1000 -c fsync=off";
        _programs = FindPrograms();
        _folder = Directory.CreateTempSubdirectory("isoe-bench-pg-").FullName;
        if (Environment.IsPrivilegedProcess)
            Execute("chown", "nobody", _folder);
        Run("initdb", "-D", _folder, "-U", "isoe", "-A", "trust", "-E", "UTF8", "--locale=C", "--no-sync");
        Start();
    }

    /// <summary>Creates a database and returns its connection string.</summary>
    /// <param name="template">Name of the database to be copied; null for an empty one.</param>
    public string CreateDatabase(string? template = null)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"b{Interlocked.Increment(ref _databases)}");
        using var connection = new NpgsqlConnection(ConnectionString("postgres"));
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = $"CREATE DATABASE {name}" + (template is null ? "" : $" TEMPLATE {template}");
        command.ExecuteNonQuery();
        return ConnectionString(name);
    }

    /// <summary>CPU time that all processes of the server have used so far, those that have ended included.</summary>
    public TimeSpan CpuTime()
    {
        var root = int.Parse(File.ReadLines(Path.Combine(_folder, "postmaster.pid")).First(), CultureInfo.InvariantCulture);
        return Directory.EnumerateDirectories("/proc")
            .Select(d => int.TryParse(Path.GetFileName(d), out var id) ? id : 0)
            .Where(id => id > 0)
            .Select(ReadStat)
            .OfType<Stat>()
            .Where(s => s.Id == root || s.Parent == root)
            .Aggregate(TimeSpan.Zero, (sum, s) => sum + s.Cpu + (s.Id == root ? s.Children : TimeSpan.Zero));
    }

    /// <summary>Ends the server as a power cut would, and starts it again, which recovers from its log.</summary>
    public void Crash()
    {
        Run("pg_ctl", "-D", _folder, "-m", "immediate", "-w", "stop");
        NpgsqlConnection.ClearAllPools();
        Start();
    }

    public void Dispose()
    {
        NpgsqlConnection.ClearAllPools();
        Run("pg_ctl", "-D", _folder, "-m", "immediate", "-w", "stop");
        Directory.Delete(_folder, recursive: true);
    }

    private void Start() =>
        Run("pg_ctl", "-D", _folder, "-w", "-l", $"{_folder}/log", "-o", $"-k {_folder} -c listen_addresses= {_settings}", "start");

    private string ConnectionString(string database) => $"Host={_folder};Username=isoe;Database={database};Maximum Pool Size={_poolSize};Include Error Detail=true";

    private static string FindPrograms() => Directory.Exists("/usr/lib/postgresql")
        ? Directory.EnumerateDirectories("/usr/lib/postgresql").Order(StringComparer.Ordinal)
            .Select(version => Path.Combine(version, "bin"))
            .LastOrDefault(bin => File.Exists(Path.Combine(bin, "initdb"))) ?? throw Missing()
        : throw Missing();

    private static InvalidOperationException Missing() =>
        new("PostgreSQL is not installed in /usr/lib/postgresql: install the package postgresql, or run tests/run.sh once.");

    /// <summary>PostgreSQL refuses to run as root, as which containers often run.</summary>
    private void Run(string program, params string[] arguments)
    {
        var path = Path.Combine(_programs, program);
        if (Environment.IsPrivilegedProcess)
            Execute("setpriv", ["--reuid=nobody", "--regid=nogroup", "--clear-groups", path, .. arguments]);
        else
            Execute(path, arguments);
    }

    private static void Execute(string program, params string[] arguments)
    {
        // pg_ctl leaves a server behind that would keep redirected streams open for ever; the shell discards what it says.
        string[] quiet = ["-c", "exec \"$@\" >/dev/null 2>&1", "sh", program, .. arguments];
        using var process = Process.Start(new ProcessStartInfo("/bin/sh", quiet) { WorkingDirectory = "/" })!;
        process.WaitForExit();
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"{program} {string.Join(' ', arguments)} ended with {process.ExitCode}.");
    }

    private static Stat? ReadStat(int id)
    {
        try
        {
            // The fields after the name, which may itself contain blanks, see proc(5).
            var text = File.ReadAllText($"/proc/{id}/stat");
            var fields = text[(text.LastIndexOf(')') + 2)..].Split(' ');
            return new Stat(id, int.Parse(fields[1], CultureInfo.InvariantCulture), Ticks(fields, 11), Ticks(fields, 13));
        }
        catch (IOException)
        {
            return null;
        }
    }

    private static TimeSpan Ticks(string[] fields, int first) => TimeSpan.FromMilliseconds(
        10 * (long.Parse(fields[first], CultureInfo.InvariantCulture) + long.Parse(fields[first + 1], CultureInfo.InvariantCulture)));

    private sealed record Stat(int Id, int Parent, TimeSpan Cpu, TimeSpan Children);
}
