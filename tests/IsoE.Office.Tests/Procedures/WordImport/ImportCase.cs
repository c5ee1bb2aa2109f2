namespace IsoE.Office.Tests.Procedures.WordImport;

/// <summary>A document and the steps its author meant.</summary>
internal sealed record ImportCase(string Name, Docx Docx, IReadOnlyList<GoldStep> Steps)
{
    public override string ToString() => Name;
}

/// <summary>A way to lay a procedure out.</summary>
internal sealed record Layout(string Name, Func<GoldProcedure, (Docx Docx, IReadOnlyList<GoldStep> Steps)> Make)
{
    public ImportCase Of(GoldProcedure procedure)
    {
        var (docx, steps) = Make(procedure);
        return new ImportCase($"{Name}: {procedure.Name}", docx, steps);
    }
}
