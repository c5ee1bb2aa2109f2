using IsoE.Office.Instances;
using IsoE.Office.Storage;
using IsoE.Workflows;
using Microsoft.Extensions.DependencyInjection;

namespace IsoE.Office.Moves;

public static class MovesRegistration
{
    /// <summary>Moving open dossiers to a later version of their procedure: rehearsal, proposal, approval, report.</summary>
    public static IServiceCollection AddMoves(this IServiceCollection services)
    {
        services.AddInstanceRows<MoveRow>(always: false);
        services.AddInstanceRows<MoveLineRow>(always: false);
        services.AddProjection<MoveProjection>();
        services.AddOutboxConsumer<CarryOutMove>(MoveProjection.CarryOutTopic, new Text("Chuyển hồ sơ sang phiên bản mới", "Move dossiers to the new version"));
        services.AddOfficeEvent<MoveProposed>();
        services.AddOfficeEvent<MoveApproved>();
        services.AddOfficeEvent<MoveRejected>();
        services.AddOfficeEvent<DossierMoveEnded>();
        services.AddOfficeEvent<MoveDone>();
        services.AddScoped<ForecastMove>();
        services.AddScoped<RehearseMove>();
        services.AddScoped<ProposeMove>();
        services.AddScoped<DecideMove>();
        services.AddScoped<MoveDossier>();
        services.AddScoped<MoveReport>();
        return services;
    }
}
