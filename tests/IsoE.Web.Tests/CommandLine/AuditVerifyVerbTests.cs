using IsoE.Office.Seals;
using IsoE.Web.CommandLine;
using Microsoft.EntityFrameworkCore;

namespace IsoE.Web.Tests.CommandLine;

/// <summary>What <c>audit verify</c> says, with each of its options, of an office that is intact and of one that is not.</summary>
public sealed class AuditVerifyVerbTests
{
    private SmallOffice _office = null!;

    [SetUp]
    public async Task Start() => _office = await SmallOffice.Open();

    [TearDown]
    public async Task Stop() => await _office.DisposeAsync();

    [Test]
    public async Task An_intact_office_is_told_agency_by_agency()
    {
        var shell = await _office.Run("audit", "verify");

        Assert.That(shell.Exit, Is.EqualTo(ExitCode.Ok), shell.Out + shell.Error);
        Assert.That(shell.Out, Does.Contain("The history is intact").And.Contain($"Agency {SmallOffice.Ward}: 1 seals, 2 sealed entries and 1 files").And.Contain($"Agency {SmallOffice.Other}: 1 seals"));
    }

    [Test]
    public async Task Only_the_agency_that_is_named_is_checked()
    {
        await _office.Tamper($"DELETE FROM history WHERE agency_id = '{SmallOffice.Other}' AND sequence = 2");

        var (ward, other, all) = (
            await _office.Run("audit", "verify", "--agency", SmallOffice.Ward), await _office.Run("audit", "verify", $"--agency={SmallOffice.Other}"), await _office.Run("audit", "verify"));

        Assert.That((ward.Exit, other.Exit, all.Exit), Is.EqualTo((ExitCode.Ok, ExitCode.Findings, ExitCode.Findings)), ward.Out + other.Out);
        Assert.That(ward.Out, Does.Not.Contain(SmallOffice.Other));
        Assert.That(other.Out, Does.Contain($"BROKEN: agency {SmallOffice.Other}, chain organisation"));
    }

    [Test]
    public async Task A_seal_kept_outside_names_what_was_cut_off_since()
    {
        var outside = await _office.Seal(SmallOffice.Ward);
        var fits = await _office.Run("audit", "verify", "--seal", outside);
        await _office.Tamper($"DELETE FROM seal WHERE agency_id = '{SmallOffice.Ward}' AND number = 2");

        var (without, with) = (await _office.Run("audit", "verify"), await _office.Run("audit", "verify", "--seal", outside));

        Assert.That((fits.Exit, without.Exit, with.Exit), Is.EqualTo((ExitCode.Ok, ExitCode.Ok, ExitCode.Findings)), with.Out);
        Assert.That(fits.Out, Does.Contain("They fit seal 2 that was kept outside").And.Not.Contain(SmallOffice.Other));
        Assert.That(with.Out, Does.Contain("the seal 2 is missing"));
    }

    [Test]
    public async Task A_file_that_is_no_seal_or_of_another_agency_and_one_that_is_not_there_are_refused()
    {
        var outside = await _office.Seal(SmallOffice.Ward);
        var (noise, large) = (Path.Combine(_office.Folder, "noise.json"), Path.Combine(_office.Folder, "large.json"));
        await File.WriteAllTextAsync(noise, "<html>");
        await File.WriteAllBytesAsync(large, new byte[SealFile.MaxBytes + 1]);

        Assert.That((await _office.Run("audit", "verify", "--seal", noise)).Error, Does.Contain("not a seal of IsoE"));
        Assert.That((await _office.Run("audit", "verify", "--seal", large)).Error, Does.Contain("not a seal of IsoE"));
        Assert.That((await _office.Run("audit", "verify", "--seal", outside, "--agency", SmallOffice.Other)).Error, Does.Contain($"and not to {SmallOffice.Other}"));
        Assert.That((await _office.Run("audit", "verify", "--seal", "none.json")).Exit, Is.EqualTo(ExitCode.BadUsage));
        Assert.That((await _office.Run("audit", "verify", "--seal")).Exit, Is.EqualTo(ExitCode.BadUsage));
    }

    [Test]
    public async Task A_published_key_is_held_against_the_seals_of_its_agency()
    {
        var key = await Key(SmallOffice.Ward);

        Assert.That((await _office.Run("audit", "verify", "--agency", SmallOffice.Ward, "--key", key)).Exit, Is.EqualTo(ExitCode.Ok));
        Assert.That((await _office.Run("audit", "verify", "--agency", SmallOffice.Other, "--key", key)).Out, Does.Contain($"the published key {key} does not vouch"));
        Assert.That((await _office.Run("audit", "verify", "--agency", SmallOffice.Ward, "--key", "12ab")).Error, Does.Contain("64 hexadecimal digits"));
        Assert.That((await _office.Run("audit", "verify", "--key", key)).Exit, Is.EqualTo(ExitCode.BadUsage));
    }

    [Test]
    public async Task An_agency_that_is_not_there_an_unknown_option_and_a_file_too_many_are_refused()
    {
        Assert.That((await _office.Run("audit", "verify", "--agency", "H00")).Error, Does.Contain("There is no agency H00"));
        Assert.That((await _office.Run("audit", "verify", "--colour")).Exit, Is.EqualTo(ExitCode.BadUsage));
        Assert.That((await _office.Run("audit", "verify", "seal.json")).Exit, Is.EqualTo(ExitCode.BadUsage));
    }

    [Test]
    public async Task A_file_whose_bytes_changed_or_that_is_gone_is_named()
    {
        var sha256 = await _office.Keep(SmallOffice.Ward, "ket-qua.pdf", "%PDF-1.7 kết quả"u8.ToArray());
        await _office.Seal(SmallOffice.Ward);
        await File.WriteAllTextAsync(_office.PathOf(sha256), "%PDF-1.7 khác");

        var shell = await _office.Run("audit", "verify");

        Assert.That(shell.Exit, Is.EqualTo(ExitCode.Findings));
        Assert.That(shell.Out, Does.Contain($"BROKEN: agency {SmallOffice.Ward}").And.Contain("do not fit their hash"));
    }

    [Test]
    public async Task A_renewed_key_is_printed_and_vouched_for_and_a_disclosed_one_is_named()
    {
        var first = await Key(SmallOffice.Ward);

        var renewed = await _office.Run("seal", "renew", "--agency", SmallOffice.Ward, "--disclosed-since", "2026-01-05", "--reason", "Mất máy chủ");

        Assert.That(renewed.Exit, Is.EqualTo(ExitCode.Ok), renewed.Error);
        var second = renewed.Out.Trim()[^64..];
        Assert.That(await Key(SmallOffice.Ward), Is.EqualTo(second));
        var shell = await _office.Run("audit", "verify", "--agency", SmallOffice.Ward, "--key", second);
        Assert.That(shell.Exit, Is.EqualTo(ExitCode.Ok), shell.Out);
        Assert.That(shell.Out, Does.Contain($"The key {first} was disclosed since 05/01/2026"));
        Assert.That((await _office.Run("audit", "verify", "--agency", SmallOffice.Ward, "--key", first)).Out, Does.Contain("Mất máy chủ"));
    }

    [TestCase("--disclosed-since", "05/01/2026", "--reason", "Mất máy")]
    [TestCase("--reason", "Mất máy")]
    [TestCase("--agency", "H29.151")]
    [TestCase("extra")]
    public async Task A_renewal_that_makes_no_sense_changes_nothing(params string[] arguments)
    {
        var before = await Key(SmallOffice.Ward);

        Assert.That((await _office.Run([.. new[] { "seal", "renew", "--agency", SmallOffice.Ward }, .. arguments])).Exit, Is.EqualTo(ExitCode.BadUsage));
        Assert.That((await _office.Run("seal", "renew")).Exit, Is.EqualTo(ExitCode.BadUsage));
        Assert.That((await _office.Run("seal", "renew", "--agency", "H00")).Exit, Is.EqualTo(ExitCode.BadUsage));
        Assert.That((await _office.Run("seal", "renew", "--agency", SmallOffice.Ward, "--disclosed-since", "2026-01-05")).Exit, Is.EqualTo(ExitCode.Findings));
        Assert.That(await Key(SmallOffice.Ward), Is.EqualTo(before));
    }

    private async Task<string> Key(string agency)
    {
        await using var db = _office.OpenDb();
        return await db.Set<SealRow>().IgnoreQueryFilters().Where(seal => seal.AgencyId == agency).OrderByDescending(seal => seal.Number).Select(seal => seal.KeyId).FirstAsync();
    }
}
