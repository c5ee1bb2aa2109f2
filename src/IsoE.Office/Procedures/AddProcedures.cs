using IsoE.Office.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace IsoE.Office.Procedures;

public static class ProceduresRegistration
{
    /// <summary>
    /// The shipped procedures, read and checked when they are first asked for, and the library of each agency. A
    /// <see cref="ProcedureLibrary"/> in a scope is that of the agency entered there; the public, of no agency, sees what is
    /// shipped.
    /// </summary>
    /// <param name="root">Directory that holds <c>workflows</c> and <c>iso-procedures</c>; null takes those shipped with the program.</param>
    public static IServiceCollection AddProcedures(this IServiceCollection services, string? root = null) =>
        services.AddProcedures(() => ProcedureLibrary.Load(root ?? AppContext.BaseDirectory));

    internal static IServiceCollection AddProcedures(this IServiceCollection services, Func<ProcedureLibrary> load) =>
        services
            .AddSingleton(_ => new ShippedProcedures(load()))
            .AddSingleton<ProcedureLibraries>()
            .AddScoped(scope => Of(scope.GetRequiredService<ProcedureLibraries>(), scope.GetRequiredService<CurrentAgency>()));

    private static ProcedureLibrary Of(ProcedureLibraries libraries, CurrentAgency agency) =>
        agency.Id is { } id ? libraries.Of(id) : libraries.Shipped;
}
