using System.Text.Json;
using IsoE.Office.Deadlines;
using IsoE.Office.Dossiers;
using IsoE.Office.Instances;
using IsoE.Office.Organisation;
using IsoE.Office.Procedures;
using IsoE.Office.Storage;
using IsoE.Office.Tasks;
using IsoE.Office.Tests.TestBed;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace IsoE.Office.Tests.Dossiers;

/// <summary>A ward with its people, a second commune, and the shipped procedures, on Monday 02/11/2026, 08:00.</summary>
public sealed class DossierBed : IAsyncDisposable
{
    public const string Ward = "H29.150";
    public const string OtherCommune = "H29.151";

    private static readonly ProcedureLibrary Library = ProcedureLibrary.Load(AppContext.BaseDirectory);
    private readonly TestOffice _office;
    private int _commands;

    private DossierBed(TestOffice office) => _office = office;

    public TestClock Clock => _office.Clock;

    public TestOffice Office => _office;

    public static async Task<DossierBed> Start(DatabaseKind kind, Action<IServiceCollection>? configure = null)
    {
        var office = await TestOffice.Start(kind, services =>
        {
            services.AddProcedures(() => Library)
                .AddSingleton<DefinitionSource>(all => all.GetRequiredService<ProcedureLibraries>().Definition);
            configure?.Invoke(services);
        });
        office.Clock.Now = new DateTimeOffset(2026, 11, 2, 1, 0, 0, TimeSpan.Zero);
        var bed = new DossierBed(office);
        await bed.Seed();
        return bed;
    }

    /// <summary>The person with this id, as they would be after signing in.</summary>
    public Task<Actor> As(string person, string agency = Ward) => Run<ResolveActor, Actor>(resolve => resolve.Run(agency, person, default), agency);

    /// <summary>Runs a command or query in a scope of its own.</summary>
    public async Task<TResult> Run<TCommand, TResult>(Func<TCommand, Task<TResult>> run, string agency = Ward)
        where TCommand : notnull
    {
        using var scope = _office.Enter(agency);
        return await run(scope.ServiceProvider.GetRequiredService<TCommand>());
    }

    public async Task Run<TCommand>(Func<TCommand, Task> run, string agency = Ward)
        where TCommand : notnull
    {
        using var scope = _office.Enter(agency);
        await run(scope.ServiceProvider.GetRequiredService<TCommand>());
    }

    /// <summary>Rings the bell of the deadlines.</summary>
    public Task Sweep() => _office.Get<DeadlineSweep>().Run(Clock.Now, default);

    public string NewCommand() => $"c{Interlocked.Increment(ref _commands)}";

    /// <summary>Receives a dossier for a household business; complete unless changed.</summary>
    public async Task<DossierRow> Receive(Func<Reception, Reception>? change = null, string by = "reception")
    {
        var reception = Samples.Business(_office.NewId());
        var actor = await As(by);
        return await Run<ReceiveDossier, DossierRow>(command => command.Run(actor, change?.Invoke(reception) ?? reception, default));
    }

    /// <summary>Opens a nonconformity report; minor unless changed.</summary>
    public async Task<DossierRow> OpenInternal(Func<InternalOpening, InternalOpening>? change = null, string by = "specialist")
    {
        var opening = Samples.Nonconformity(_office.NewId());
        var actor = await As(by);
        return await Run<OpenInternalDossier, DossierRow>(command => command.Run(actor, change?.Invoke(opening) ?? opening, default));
    }

    public async Task<IReadOnlyList<TaskRow>> Tasks(string dossierId)
    {
        await using var db = _office.OpenDb();
        return await db.Set<TaskRow>().IgnoreQueryFilters().Where(task => task.InstanceId == dossierId)
            .OrderBy(task => task.CreatedAt).ToListAsync();
    }

    public async Task<TaskRow> OpenTask(string dossierId, string? activity = null) =>
        (await Tasks(dossierId)).Single(task => task.Status == TaskState.Open && (activity is null || task.ActivityId == activity));

    /// <summary>Completes the open task of an activity.</summary>
    public async Task<StepResult> Complete(
        string dossierId, string activity, string person, string? outcome = null, object? values = null, string agency = Ward)
    {
        var task = await OpenTask(dossierId, activity);
        var actor = await As(person, agency);
        var entered = JsonSerializer.SerializeToElement(values ?? new { });
        return await Run<CompleteTask, StepResult>(
            command => command.Run(actor, new TaskCompletion(task.Id, task.Version, outcome, entered, NewCommand()), default), agency);
    }

    public async Task<DossierRow> Dossier(string dossierId)
    {
        await using var db = _office.OpenDb();
        return await db.Set<DossierRow>().IgnoreQueryFilters().SingleAsync(row => row.InstanceId == dossierId);
    }

    public async Task<IReadOnlyList<object>> Facts(string dossierId, string agency = Ward) =>
        [.. (await _office.History.Read(agency, dossierId, default)).Select(known => known.Fact)];

    public ValueTask DisposeAsync() => _office.DisposeAsync();

    private async Task Seed()
    {
        await using var db = _office.OpenDb();
        db.Add(Agency(Ward, "Ủy ban nhân dân phường An Hòa Đông", "People's Committee of An Hoa Dong Ward"));
        db.Add(Agency(OtherCommune, "Ủy ban nhân dân xã Phước Hiệp Tây", "People's Committee of Phuoc Hiep Tay Commune"));
        db.Add(new Unit { AgencyId = Ward, Code = "economy", NameVi = "Phòng Kinh tế", NameEn = "Economy", FromOn = Samples.Founded });
        db.Add(new Unit { AgencyId = Ward, Code = "culture", NameVi = "Phòng Văn hóa", NameEn = "Culture", FromOn = Samples.Founded });
        foreach (var (id, name, roles) in Samples.People)
            Add(db, Ward, id, name, roles);
        Add(db, OtherCommune, "other-clerk", "Châu Ngọc Diệp", [Roles.Clerk]);
        Add(db, OtherCommune, "other-specialist", "Đoàn Thị Xuân", [Roles.Specialist]);
        Add(db, OtherCommune, "other-leader", "Lâm Hữu Nghĩa", [Roles.AgencyLeader]);
        await db.SaveChangesAsync();
    }

    private static Agency Agency(string id, string vi, string en) => new()
    {
        Id = id,
        NameVi = vi,
        NameEn = en,
        Level = "commune",
        Kind = "committee",
        FromOn = Samples.Founded,
    };

    private static void Add(OfficeDb db, string agency, string id, string name, string[] roles)
    {
        db.Add(new Person { AgencyId = agency, Id = id, FullName = name, FromOn = Samples.Founded });
        foreach (var role in roles)
            db.Add(new PersonRole
            {
                AgencyId = agency,
                Id = $"{id}-{role}",
                PersonId = id,
                Role = role,
                FromOn = Samples.Founded,
                GivenBy = "test",
                GivenAt = DateTimeOffset.UnixEpoch,
            });
    }
}
