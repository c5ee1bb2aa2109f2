using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace IsoE.Office.Storage.Migrations;

/// <summary>The tables of the first release.</summary>
[DbContext(typeof(OfficeDb))]
[Migration("0001_Foundations")]
public sealed class Foundations : SqlFileMigration;
