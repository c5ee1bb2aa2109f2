using System.Net;
using System.Text.Json;

namespace IsoE.Web.Tests.Pages;

public sealed class ApiTests
{
    [Test]
    public async Task The_api_asks_to_sign_in_with_a_bare_401()
    {
        using var visit = Visit.Anonymous();
        await visit.Open("/api/tasks");
        Assert.That(visit.Status, Is.EqualTo(HttpStatusCode.Unauthorized));
        Assert.That(visit.Answer.Content.Headers.ContentType!.MediaType, Is.EqualTo("application/problem+json"));
    }

    [Test]
    public async Task Tasks_come_with_what_is_needed_to_complete_them()
    {
        using var visit = await Visit.As("xaydung");
        await visit.Open("/api/tasks?list=Unit");
        var tasks = (await Json(visit)).GetProperty("tasks");
        Assert.That(tasks.GetArrayLength(), Is.GreaterThan(0));
        Assert.That(tasks[0].GetProperty("version").GetInt32(), Is.GreaterThan(0));
        Assert.That(tasks[0].GetProperty("dossierCode").GetString(), Does.StartWith("H29.150-"));
    }

    [Test]
    public async Task A_rejection_is_a_problem_with_its_code_and_a_sentence()
    {
        using var visit = await Visit.As("quantri");
        await visit.Open("/api/dossiers/H29.150-200101-0001");
        Assert.That(visit.Status, Is.EqualTo(HttpStatusCode.Forbidden));
        using var reader = await Visit.As("tiepnhan");
        await reader.Open("/api/dossiers/H29.150-200101-0001");
        Assert.That(reader.Status, Is.EqualTo(HttpStatusCode.NotFound));
    }

    [Test]
    public async Task The_document_of_the_api_names_every_address()
    {
        using var visit = Visit.Anonymous();
        await visit.Open("/openapi/v1.json");
        var paths = (await Json(visit)).GetProperty("paths").EnumerateObject().Select(path => path.Name);
        Assert.That(paths, Is.EquivalentTo(new[] { "/api/dossiers/{code}", "/api/payment-notices/{agency}", "/api/portal/{agency}/events", "/api/sms/inbound", "/api/tasks", "/api/tasks/{id}/claim", "/api/tasks/{id}/complete" }));
    }

    [TestCase("workflow-definition", "root")]
    [TestCase("iso-procedure", "legalBasis")]
    public async Task The_schemas_are_there_for_everybody(string schema, string property)
    {
        using var visit = Visit.Anonymous();
        await visit.Open($"/schemas/{schema}.schema.json");
        Assert.That(visit.Answer.Content.Headers.ContentType!.MediaType, Is.EqualTo("application/schema+json"));
        Assert.That((await Json(visit)).GetProperty("properties").TryGetProperty(property, out _), Is.True);
        await visit.Open("/schemas/other.json");
        Assert.That(visit.Status, Is.EqualTo(HttpStatusCode.NotFound));
    }

    private static async Task<JsonElement> Json(Visit visit) =>
        JsonSerializer.Deserialize<JsonElement>(await visit.Answer.Content.ReadAsStringAsync());
}
