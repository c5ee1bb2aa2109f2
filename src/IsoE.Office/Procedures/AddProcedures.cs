using Microsoft.Extensions.DependencyInjection;

namespace IsoE.Office.Procedures;

public static class ProceduresRegistration
{
    /// <summary>The library of procedures, read and checked when it is first asked for.</summary>
    /// <param name="root">Directory that holds <c>workflows</c> and <c>iso-procedures</c>; null takes those shipped with the program.</param>
    public static IServiceCollection AddProcedures(this IServiceCollection services, string? root = null) =>
        services.AddSingleton(_ => ProcedureLibrary.Load(root ?? AppContext.BaseDirectory));
}
