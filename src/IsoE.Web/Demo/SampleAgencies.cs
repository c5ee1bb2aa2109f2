using IsoE.Office.Organisation;
using IsoE.Office.Procedures;
using IsoE.Workflows;

namespace IsoE.Web.Demo;

/// <summary>The agencies, units and people of <c>samples/agency.yaml</c>.</summary>
/// <param name="Main">The agency that receives the sample dossiers.</param>
/// <param name="Password">One password for all sample accounts; it is printed on the sign-in page of the sample database.</param>
public sealed record SampleAgencies(string Main, string Password, IReadOnlyList<SampleAgency> Agencies)
{
    /// <exception cref="LoadFailedException">The file does not stand; every problem is listed with its line.</exception>
    public static SampleAgencies Load(string file)
    {
        var (document, root) = YamlDocument.Parse(Path.GetFileName(file), File.ReadAllText(file));
        var samples = new SampleAgencies(root.String("main"), root.String("password"), root.List("agencies", Agency));
        root.Done();
        SampleChecks.Agencies(samples, root);
        return document.Problems.Count == 0 ? samples : throw new LoadFailedException(document.Problems);
    }

    /// <summary>The agency and person behind a user name, or null.</summary>
    public (SampleAgency Agency, SamplePerson Person)? Find(string user) =>
        Agencies.SelectMany(a => a.People.Select(p => ((SampleAgency, SamplePerson)?)(a, p)))
            .FirstOrDefault(found => found!.Value.Item2.User == user);

    private static SampleAgency Agency(YamlMap map) => new(
        map.String("id"),
        map.Text("name"),
        map.String("level"),
        map.String("kind"),
        map.OptionalString("parent"),
        map.OptionalString("address"),
        map.OptionalString("phone"),
        map.OptionalString("place"),
        map.List("units", m => new SampleUnit(m.String("code"), m.Text("name"), m.OptionalString("parent"))),
        map.List("positions", m => new SamplePosition(m.String("code"), m.Text("name"), m.OptionalString("capacity"))),
        map.List("people", m => new SamplePerson(
            m.String("user"), m.String("name"), m.OptionalString("unit"), m.OptionalString("position"),
            m.OptionalString("email"), m.OptionalString("phone"), m.Strings("roles"))),
        map.Map("queue") is { } queue ? Queue(queue) : null);

    private static SampleQueue Queue(YamlMap map)
    {
        var queue = new SampleQueue(
            map.List("fields", m => new SampleQueueField(m.String("prefix"), m.Text("name"), m.Strings("procedures"))),
            map.List("counters", m => new SampleCounter(m.Integer("number"), m.Text("name"), m.Strings("fields"))),
            map.List("priority", m => new SamplePriority(m.String("code"), m.Text("name"), m.String("source"))));
        map.Done();
        return queue;
    }
}

public sealed record SampleAgency(
    string Id,
    Text Name,
    string Level,
    string Kind,
    string? Parent,
    string? Address,
    string? Phone,
    string? Place,
    IReadOnlyList<SampleUnit> Units,
    IReadOnlyList<SamplePosition> Positions,
    IReadOnlyList<SamplePerson> People,
    SampleQueue? Queue = null)
{
    /// <summary>Its people with their roles, as the office has them once the samples are in the database.</summary>
    public Staff Staff()
    {
        var tree = new UnitTree(Units.ToLookup(unit => unit.Parent, unit => unit.Code));
        return new Staff(
            [
                .. People.OrderBy(person => person.Name, StringComparer.Ordinal).Select(person => new Actor(
                    Id, person.User, person.Name, [.. person.Roles.Select(role => new Grant(role, tree.WithBelow(person.UnitOf(role))))])),
            ],
            Units.ToDictionary(unit => unit.Code, unit => unit.Name, StringComparer.Ordinal));
    }
}

public sealed record SampleUnit(string Code, Text Name, string? Parent);

/// <param name="Capacity">Capacity in which the holder signs, for example <c>TM.</c>; null for none.</param>
public sealed record SamplePosition(string Code, Text Name, string? Capacity);

/// <param name="User">User name of the account; unique among all agencies.</param>
public sealed record SamplePerson(
    string User,
    string Name,
    string? Unit,
    string? Position,
    string? Email,
    string? Phone,
    IReadOnlyList<string> Roles)
{
    /// <summary>The unit a role is limited to: specialists and heads of division hold theirs in their own unit only.</summary>
    public string? UnitOf(string role) => role is Office.Organisation.Roles.Specialist or Office.Organisation.Roles.DivisionHead ? Unit : null;
}

/// <summary>How the queue of a sample agency is arranged.</summary>
public sealed record SampleQueue(
    IReadOnlyList<SampleQueueField> Fields, IReadOnlyList<SampleCounter> Counters, IReadOnlyList<SamplePriority> Priority);

/// <param name="Procedures">Fields of procedures, by their Vietnamese names.</param>
public sealed record SampleQueueField(string Prefix, Text Name, IReadOnlyList<string> Procedures);

/// <param name="Fields">Prefixes of the fields it calls for.</param>
public sealed record SampleCounter(int Number, Text Name, IReadOnlyList<string> Fields);

/// <param name="Source">The document it rests on; nobody has checked it against the original.</param>
public sealed record SamplePriority(string Code, Text Name, string Source);
