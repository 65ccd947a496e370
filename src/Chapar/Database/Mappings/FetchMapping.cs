using Chapar.Rates.Fetching;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Chapar.Database.Mappings;

sealed class FetchMapping : IEntityTypeConfiguration<FetchState>
{
    public void Configure(EntityTypeBuilder<FetchState> state)
    {
        state.HasKey(s => s.Source);
        state.Property(s => s.Source).HasMaxLength(8);
        state.Property(s => s.Detail).HasMaxLength(FetchState.LongestDetail);
        state.Property(s => s.HistoryDone).HasMaxLength(300);
        state.Ignore(s => s.Result);
    }
}
