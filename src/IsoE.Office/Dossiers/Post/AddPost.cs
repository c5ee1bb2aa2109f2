using IsoE.Office.Instances;
using IsoE.Office.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace IsoE.Office.Dossiers.Post;

internal static class PostRegistration
{
    /// <summary>Results on their way by post, and those nobody has collected.</summary>
    public static IServiceCollection AddPost(this IServiceCollection services)
    {
        services.AddInstanceRows<PostOrderRow>(always: false);
        services.AddOfficeEvent<PostOrdered>();
        services.AddOfficeEvent<PostMoved>();
        services.AddOfficeEvent<CollectionReminded>();
        services.AddProjection<PostProjection>();
        services.AddScoped<OrderPost>();
        services.AddScoped<MovePost>();
        services.AddScoped<ListUncollected>();
        services.AddScoped<SetCollectionRules>();
        services.AddChore<RemindCollection>();
        return services;
    }
}
