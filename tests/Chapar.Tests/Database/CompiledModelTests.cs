using Chapar.Database;
using Chapar.Database.Compiled;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Chapar.Tests.Database;

/// <summary>The program starts with a model of the tables that a tool has written; it must be that of the mappings.</summary>
public class CompiledModelTests
{
    [Fact]
    public async Task The_written_model_says_what_the_mappings_say()
    {
        DbContextOptionsBuilder<SqliteNewsDb> options = new();
        options.UseSqliteFile("nowhere.db");
        await using SqliteNewsDb db = new(options.Options, new Editions());
        Assert.Same(SqliteNewsDbModel.Instance.FindEntityType(typeof(Chapar.Articles.Article)), db.Model.FindEntityType(typeof(Chapar.Articles.Article)));
        string[] written = [.. Facts(db.Model)], meant = [.. Facts(db.GetService<IDesignTimeModel>().Model)];
        Assert.True(written.SequenceEqual(meant), "The mappings were changed: ./migrations.sh --model\n" + string.Join('\n', meant.Except(written).Select(f => "+ " + f).Concat(written.Except(meant).Select(f => "- " + f))));
        Assert.InRange(meant.Length, 400, 4000);
        Assert.Equal(Schema.Newest, db.Database.GetMigrations().Last());
    }

    static IEnumerable<string> Facts(IModel model) => model.GetEntityTypes().SelectMany(Facts).Order(StringComparer.Ordinal);

    static IEnumerable<string> Facts(IEntityType type) =>
    [
        $"{type.Name} in {type.GetTableName()}",
        .. type.GetProperties().Select(Fact),
        .. type.GetKeys().Select(key => $"{type.Name} key {Names(key.Properties)} {key.IsPrimaryKey()}"),
        .. type.GetIndexes().Select(index => $"{type.Name} index {Names(index.Properties)} {index.IsUnique}"),
        .. type.GetForeignKeys().Select(foreign => $"{type.Name} to {foreign.PrincipalEntityType.Name} by {Names(foreign.Properties)} {foreign.IsRequired} {foreign.IsUnique} {foreign.DeleteBehavior} {foreign.DependentToPrincipal?.Name} {foreign.PrincipalToDependent?.Name}"),
        .. type.GetSkipNavigations().Select(many => $"{type.Name} many {many.Name} {many.TargetEntityType.Name} through {many.JoinEntityType.Name}"),
    ];

    static string Fact(IProperty property)
    {
        var mapping = property.GetRelationalTypeMapping();
        return $"{property.DeclaringType.Name}.{property.Name} {property.ClrType} {property.FieldInfo?.Name} in {property.GetColumnName()} {mapping.StoreType} null {property.IsNullable} most {property.GetMaxLength()} "
            + $"token {property.IsConcurrencyToken} made {property.ValueGenerated} before {property.GetBeforeSaveBehavior()} after {property.GetAfterSaveBehavior()} "
            + $"as {mapping.Converter?.ProviderClrType} by {property.GetValueConverter()?.GetType()} compared {property.GetValueComparer().GetType()}";
    }

    static string Names(IReadOnlyList<IProperty> properties) => string.Join('+', properties.Select(property => property.Name));
}
