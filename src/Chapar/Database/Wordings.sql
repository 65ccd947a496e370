-- address @Value
SELECT "a"."Id", "a"."Status", "a"."Language"
FROM "Articles" AS "a"
WHERE "a"."Path" = @Value AND "a"."Status" IN ('Published', 'Withdrawn')

-- author.articles @Value
SELECT "a0"."Id", "a0"."Language", "a0"."FirstPublishedAt"
FROM "Bylines" AS "b"
INNER JOIN (
    SELECT "a"."Id", "a"."FirstPublishedAt", "a"."Language"
    FROM "Articles" AS "a"
    WHERE "a"."Status" = 'Published'
) AS "a0" ON "b"."ArticleId" = "a0"."Id"
WHERE "b"."AuthorId" = @Value

-- author.at @Value
SELECT "a"."Id"
FROM "Authors" AS "a"
WHERE "a"."Slug" = @Value

-- author.size @Value
SELECT COUNT(*)
FROM "Bylines" AS "b"
WHERE "b"."AuthorId" = @Value
GROUP BY "b"."AuthorId"

-- authors @Value
SELECT "a"."Id", "a"."Slug", "a"."Kind", "a"."Name", "a"."Role", "a"."Biography", "a"."Links", "p"."Id" IS NULL, "p"."Id", "p"."Key", "p"."Width", "p"."Height", "p"."FocalX", "p"."FocalY", "p"."RightsEndAt"
FROM "Authors" AS "a"
LEFT JOIN "Pictures" AS "p" ON "a"."PhotoId" = "p"."Id"
WHERE "a"."Id" IN (
    SELECT unhex("v"."value") AS "value"
    FROM json_each(@Value) AS "v"
)

-- bulletins @Value
SELECT "b"."Id", "b"."Source", "b"."Series", "b"."HomeCurrency", "b"."Quotation", "b"."EffectiveOn", "b"."PublishedAt", "b"."FetchedAt", "b"."DocumentId", "b"."Revision", "b"."IsCurrent", "b"."IsCorrection", "b"."ValuesDigest", "b"."Rows" AS "Rates"
FROM "Bulletins" AS "b"
WHERE "b"."Id" IN (
    SELECT unhex("v"."value") AS "value"
    FROM json_each(@Value) AS "v"
)

-- bulletins.before @Value_Bank @Value_Of @Value_Day @Value_Values @p=1
SELECT "b"."Id"
FROM "Bulletins" AS "b"
WHERE "b"."Source" = @Value_Bank AND "b"."Series" = @Value_Of AND "b"."IsCurrent" AND "b"."EffectiveOn" < @Value_Day AND "b"."ValuesDigest" <> @Value_Values
ORDER BY "b"."EffectiveOn" DESC
LIMIT @p

-- bulletins.days @Value_Sources @Value_Earliest
SELECT "b"."Id", "b"."Source", "b"."Series", "b"."EffectiveOn", "b"."ValuesDigest"
FROM "Bulletins" AS "b"
WHERE "b"."Source" IN (
    SELECT "v"."value"
    FROM json_each(@Value_Sources) AS "v"
) AND "b"."Series" IN ('Daily', 'Weekly') AND "b"."IsCurrent" AND "b"."EffectiveOn" >= @Value_Earliest

-- bulletins.in-force @Value_Bank @Value_Of @Value_Day @p=1
SELECT "b"."Id"
FROM "Bulletins" AS "b"
WHERE "b"."Source" = @Value_Bank AND "b"."Series" = @Value_Of AND "b"."IsCurrent" AND "b"."EffectiveOn" <= @Value_Day
ORDER BY "b"."EffectiveOn" DESC
LIMIT @p

-- corrections @Value @p=200
SELECT "c"."Kind", "c"."Text", "c"."At", "a"."Headline", "a"."Path"
FROM "Corrections" AS "c"
INNER JOIN "Articles" AS "a" ON "c"."ArticleId" = "a"."Id"
WHERE "a"."Status" = 'Published' AND "a"."Language" = @Value
ORDER BY "c"."At" DESC
LIMIT @p

-- edition-numbers
SELECT "e"."Name", "e"."Number"
FROM "EditionNumbers" AS "e"

-- feed.cards @Value
SELECT "a"."Id", "a"."Path", "a"."Headline", "a"."Deck"
FROM "Articles" AS "a"
WHERE "a"."Status" = 'Published' AND "a"."Id" IN (
    SELECT unhex("v"."value") AS "value"
    FROM json_each(@Value) AS "v"
)

-- feed.corrections @Value
SELECT "c"."ArticleId", "c"."Id", "c"."Kind", "c"."Text", "c"."At"
FROM "Corrections" AS "c"
WHERE "c"."ArticleId" IN (
    SELECT unhex("v"."value") AS "value"
    FROM json_each(@Value) AS "v"
)
ORDER BY "c"."At", "c"."Id"

-- feed.newest @Value @p=30
SELECT "a"."Id"
FROM "Articles" AS "a"
WHERE "a"."Status" = 'Published' AND "a"."Language" = @Value
ORDER BY "a"."FirstPublishedAt" DESC, "a"."Id" DESC
LIMIT @p

-- feed.newest-in @Value_Of @Value_Language @p=30
SELECT "a"."Id"
FROM "Articles" AS "a"
WHERE "a"."Status" = 'Published' AND "a"."SectionId" = @Value_Of AND "a"."Language" = @Value_Language
ORDER BY "a"."FirstPublishedAt" DESC, "a"."Id" DESC
LIMIT @p

-- feed.places @Value
SELECT "a"."Id", "s"."Id", "s"."Slug", "s"."Name"
FROM "Articles" AS "a"
INNER JOIN (
    SELECT "p"."Id", "p"."Name", "p"."Slug", "a0"."ArticleId"
    FROM "ArticlePlaces" AS "a0"
    INNER JOIN "Places" AS "p" ON "a0"."PlacesId" = "p"."Id"
) AS "s" ON "a"."Id" = "s"."ArticleId"
WHERE "a"."Id" IN (
    SELECT unhex("v"."value") AS "value"
    FROM json_each(@Value) AS "v"
)

-- feed.signed @Value
SELECT "b"."ArticleId", "b"."AuthorId", "a"."Name", "a"."Slug"
FROM "Bylines" AS "b"
INNER JOIN "Authors" AS "a" ON "b"."AuthorId" = "a"."Id"
WHERE "b"."ArticleId" IN (
    SELECT unhex("v"."value") AS "value"
    FROM json_each(@Value) AS "v"
)
ORDER BY "b"."Position"

-- feed.stories @Value
SELECT "a"."Id", "a"."Language", "a"."Path", "a"."Headline", "a"."Deck", "a"."FirstPublishedAt", "a"."UpdatedAt", "a"."SectionId", "s"."Name", "a"."LeadCaption", "a"."LeadAlternativeText", "p"."Id" IS NULL, "p"."Id", "p"."Key", "p"."Width", "p"."Height", "p"."FocalX", "p"."FocalY", "p"."Credit", "p"."AlternativeText", "p"."Caption", "p"."Decorative", "p"."RightsEndAt", "a"."Body"
FROM "Articles" AS "a"
LEFT JOIN "Sections" AS "s" ON "a"."SectionId" = "s"."Id"
LEFT JOIN "Pictures" AS "p" ON "a"."LeadId" = "p"."Id"
WHERE "a"."Status" = 'Published' AND "a"."Id" IN (
    SELECT unhex("v"."value") AS "value"
    FROM json_each(@Value) AS "v"
)

-- feed.topics @Value
SELECT "a"."Id", "s"."Id", "s"."Slug", "s"."Name"
FROM "Articles" AS "a"
INNER JOIN (
    SELECT "t"."Id", "t"."Name", "t"."Slug", "a0"."ArticleId"
    FROM "ArticleTopics" AS "a0"
    INNER JOIN "Topics" AS "t" ON "a0"."TopicsId" = "t"."Id"
) AS "s" ON "a"."Id" = "s"."ArticleId"
WHERE "a"."Id" IN (
    SELECT unhex("v"."value") AS "value"
    FROM json_each(@Value) AS "v"
)

-- front.newest @Value @p=21
SELECT "a"."Id"
FROM "Articles" AS "a"
WHERE "a"."Status" = 'Published' AND "a"."Language" = @Value
ORDER BY "a"."FirstPublishedAt" DESC, "a"."Id" DESC
LIMIT @p

-- front.newest-in @Value_Slug @Value_Language @p=10
SELECT "a"."Id"
FROM "Articles" AS "a"
LEFT JOIN "Sections" AS "s" ON "a"."SectionId" = "s"."Id"
WHERE "a"."Status" = 'Published' AND "s"."Slug" = @Value_Slug AND "a"."Language" = @Value_Language
ORDER BY "a"."FirstPublishedAt" DESC, "a"."Id" DESC
LIMIT @p

-- front.newest-of @Value_Language @Value_Format @p=17
SELECT "a"."Id"
FROM "Articles" AS "a"
WHERE "a"."Status" = 'Published' AND "a"."Language" = @Value_Language AND "a"."Format" = @Value_Format
ORDER BY "a"."FirstPublishedAt" DESC, "a"."Id" DESC
LIMIT @p

-- front.slots @Value
SELECT "f"."Position", "f"."ArticleId", "f"."Headline", "f"."PictureId", "f"."PinnedUntil"
FROM "FrontSlots" AS "f"
WHERE "f"."Front" = @Value AND "f"."Position" < 5

-- gone @Value
SELECT "r"."From"
FROM "Redirects" AS "r"
WHERE "r"."From" = @Value AND "r"."To" IS NULL

-- group.at @Value @p=1
SELECT "a"."TranslationGroup"
FROM "Articles" AS "a"
WHERE "a"."Status" = 'Published' AND "a"."Path" IN (
    SELECT "v"."value"
    FROM json_each(@Value) AS "v"
)
ORDER BY "a"."FirstPublishedAt"
LIMIT @p

-- history @Value
SELECT "a"."Id", "a"."Headline"
FROM "Articles" AS "a"
WHERE "a"."Status" = 'Published' AND "a"."Path" = @Value

-- history.states @Value
SELECT "r"."At", "r"."Note"
FROM "Revisions" AS "r"
WHERE "r"."ArticleId" = @Value AND "r"."IsPublic"
ORDER BY "r"."Number"

-- history.texts @Value
SELECT "r"."Headline", "r"."Deck", "r"."Body"
FROM "Revisions" AS "r"
WHERE "r"."ArticleId" = @Value AND "r"."IsPublic"
ORDER BY "r"."Number"

-- most-read @Value_From @Value_Through @p=200
SELECT "r"."ArticleId", COALESCE(SUM("r"."Reads"), 0)
FROM "ReadCounts" AS "r"
WHERE "r"."Day" >= @Value_From AND "r"."Day" <= @Value_Through
GROUP BY "r"."ArticleId"
ORDER BY COALESCE(SUM("r"."Reads"), 0) DESC, "r"."ArticleId"
LIMIT @p

-- most-read.languages @Value
SELECT "a"."Id", "a"."Language"
FROM "Articles" AS "a"
WHERE "a"."Status" = 'Published' AND "a"."Id" IN (
    SELECT unhex("v"."value") AS "value"
    FROM json_each(@Value) AS "v"
)

-- moves @Value
SELECT "r"."To", "r"."Reason"
FROM "Redirects" AS "r"
WHERE "r"."From" = @Value AND "r"."To" IS NOT NULL

-- newest-by @Value_Of @Value_Language @p=12
SELECT "a"."Id"
FROM "Articles" AS "a"
WHERE "a"."Status" = 'Published' AND EXISTS (
    SELECT 1
    FROM "Bylines" AS "b"
    WHERE "a"."Id" = "b"."ArticleId" AND "b"."AuthorId" = @Value_Of) AND "a"."Language" = @Value_Language
ORDER BY "a"."FirstPublishedAt" DESC, "a"."Id" DESC
LIMIT @p

-- newest-in @Value_Of @Value_Language @p=12
SELECT "a"."Id"
FROM "Articles" AS "a"
WHERE "a"."Status" = 'Published' AND "a"."SectionId" = @Value_Of AND "a"."Language" = @Value_Language
ORDER BY "a"."FirstPublishedAt" DESC, "a"."Id" DESC
LIMIT @p

-- other-names
SELECT COALESCE("k"."PlaceId", "k"."TopicId", "k"."AuthorId"), "k"."Spellings"
FROM "KnownNames" AS "k"
WHERE NOT ("k"."IsRemoved") AND ("k"."PlaceId" IS NOT NULL OR "k"."TopicId" IS NOT NULL OR "k"."AuthorId" IS NOT NULL)
ORDER BY "k"."Id"

-- pictures @Value
SELECT "p"."Id", "p"."Key", "p"."Width", "p"."Height", "p"."FocalX", "p"."FocalY", "p"."Credit", "p"."AlternativeText", "p"."Caption", "p"."Decorative", "p"."RightsEndAt"
FROM "Pictures" AS "p"
WHERE "p"."Id" IN (
    SELECT unhex("v"."value") AS "value"
    FROM json_each(@Value) AS "v"
)

-- place.articles @Value
SELECT "a1"."Id", "a1"."Language", "a1"."FirstPublishedAt"
FROM "ArticlePlaces" AS "a"
INNER JOIN (
    SELECT "a0"."Id", "a0"."FirstPublishedAt", "a0"."Language"
    FROM "Articles" AS "a0"
    WHERE "a0"."Status" = 'Published'
) AS "a1" ON "a"."ArticleId" = "a1"."Id"
WHERE "a"."PlacesId" = @Value

-- place.at @Value
SELECT "p"."Id", "p"."Slug", "p"."Name", "p"."Description"
FROM "Places" AS "p"
WHERE "p"."Slug" = @Value

-- place.size @Value
SELECT COUNT(*)
FROM "ArticlePlaces" AS "a"
WHERE "a"."PlacesId" = @Value
GROUP BY "a"."PlacesId"

-- places @Value
SELECT "p"."Id", "p"."Slug", "p"."Name", "p"."Description"
FROM "Places" AS "p"
WHERE "p"."Id" IN (
    SELECT unhex("v"."value") AS "value"
    FROM json_each(@Value) AS "v"
)

-- places.near @Value @Value1
SELECT "p"."Id", "p"."Slug", "p"."Name", "p"."Description"
FROM "Places" AS "p"
WHERE "p"."ParentId" = @Value OR EXISTS (
    SELECT 1
    FROM "Places" AS "p0"
    WHERE "p0"."Id" = @Value1 AND "p0"."ParentId" = "p"."Id")
ORDER BY "p"."Slug"

-- plain-page @Value
SELECT "p"."Id", "p"."Language"
FROM "PlainPages" AS "p"
WHERE "p"."Path" = @Value AND "p"."IsPublic"

-- plain-pages.foot @Value
SELECT "p"."Title", "p"."Path"
FROM "PlainPages" AS "p"
WHERE "p"."IsPublic" AND "p"."Language" = @Value AND "p"."FooterPosition" IS NOT NULL
ORDER BY "p"."FooterPosition"

-- rates.failing
SELECT "f"."Source"
FROM "FetchStates" AS "f"
WHERE "f"."Failures" > 0

-- search.entries @Value
SELECT "s"."Id", "a0"."Id"
FROM "SearchEntries" AS "s"
INNER JOIN (
    SELECT "a"."Id"
    FROM "Articles" AS "a"
    WHERE "a"."Status" = 'Published'
) AS "a0" ON "s"."ArticleId" = "a0"."Id"
WHERE "s"."Id" IN (
    SELECT "v"."value"
    FROM json_each(@Value) AS "v"
)

-- search.found @Value
SELECT "a"."Id", "a"."Path", "a"."Language", "a"."Headline", "a"."Deck", "a"."Body", "a"."Format", "s"."Name", "s"."Slug", "a"."FirstPublishedAt"
FROM "Articles" AS "a"
LEFT JOIN "Sections" AS "s" ON "a"."SectionId" = "s"."Id"
WHERE "a"."Status" = 'Published' AND "a"."Id" IN (
    SELECT unhex("v"."value") AS "value"
    FROM json_each(@Value) AS "v"
)

-- search.headlines @Value
SELECT "a"."Id", "a"."Headline", "a"."Path"
FROM "Articles" AS "a"
WHERE "a"."Status" = 'Published' AND "a"."Id" IN (
    SELECT unhex("v"."value") AS "value"
    FROM json_each(@Value) AS "v"
)

-- section @Value
SELECT "s"."Slug"
FROM "Sections" AS "s"
WHERE "s"."Slug" = @Value

-- section.articles @Value
SELECT "a"."Id", "a"."Language", "a"."FirstPublishedAt"
FROM "Articles" AS "a"
WHERE "a"."Status" = 'Published' AND "a"."SectionId" = @Value

-- section.at @Value
SELECT "s"."Id", "s"."Slug", "s"."Name", "s"."Description"
FROM "Sections" AS "s"
WHERE "s"."Slug" = @Value

-- section.of @Value
SELECT "a"."SectionId"
FROM "Articles" AS "a"
WHERE "a"."Status" = 'Published' AND "a"."Path" = @Value

-- section.size @Value
SELECT COUNT(*)
FROM "Articles" AS "a"
WHERE "a"."SectionId" = @Value
GROUP BY "a"."SectionId"

-- sections
SELECT "s"."Slug", "s"."Name"
FROM "Sections" AS "s"
ORDER BY "s"."Position", "s"."Slug"

-- sections.these @Value
SELECT "s"."Id", "s"."Slug", "s"."Name", "s"."Description"
FROM "Sections" AS "s"
WHERE "s"."Id" IN (
    SELECT unhex("v"."value") AS "value"
    FROM json_each(@Value) AS "v"
)

-- sitemap @Value
SELECT "a"."FirstPublishedAt", "a"."UpdatedAt"
FROM "Articles" AS "a"
WHERE "a"."Status" = 'Published' AND "a"."Language" IN (
    SELECT "v"."value"
    FROM json_each(@Value) AS "v"
)
ORDER BY "a"."FirstPublishedAt", "a"."Id"

-- sitemap.authors @Value
SELECT "a0"."Id", "a0"."Slug", "a"."Language", MAX("a"."UpdatedAt")
FROM "Articles" AS "a"
INNER JOIN "Bylines" AS "b" ON "a"."Id" = "b"."ArticleId"
INNER JOIN "Authors" AS "a0" ON "b"."AuthorId" = "a0"."Id"
WHERE "a"."Status" = 'Published' AND "a"."Language" IN (
    SELECT "v"."value"
    FROM json_each(@Value) AS "v"
)
GROUP BY "a0"."Id", "a0"."Slug", "a"."Language"

-- sitemap.banks
SELECT DISTINCT "b"."Source"
FROM "Bulletins" AS "b"
WHERE "b"."IsCurrent" AND "b"."Series" = 'Daily'

-- sitemap.fronts @Value
SELECT "a"."Language", MAX("a"."UpdatedAt")
FROM "Articles" AS "a"
WHERE "a"."Status" = 'Published' AND "a"."Language" IN (
    SELECT "v"."value"
    FROM json_each(@Value) AS "v"
)
GROUP BY "a"."Language"

-- sitemap.month @Value_Languages @Value_From @Value_Before
SELECT "a"."Path", "a"."UpdatedAt", "p"."Id" IS NULL, "p"."Id", "p"."Key", "p"."Width", "p"."Height", "p"."FocalX", "p"."FocalY", "p"."RightsEndAt"
FROM "Articles" AS "a"
LEFT JOIN "Pictures" AS "p" ON "a"."LeadId" = "p"."Id"
WHERE "a"."Status" = 'Published' AND "a"."Language" IN (
    SELECT "v"."value"
    FROM json_each(@Value_Languages) AS "v"
) AND "a"."FirstPublishedAt" >= @Value_From AND "a"."FirstPublishedAt" < @Value_Before
ORDER BY "a"."FirstPublishedAt", "a"."Id"

-- sitemap.news @Value_At @Value_Languages @p=1000
SELECT "a"."Path", "a"."Headline", "a"."Language", "a"."FirstPublishedAt"
FROM "Articles" AS "a"
WHERE "a"."Status" = 'Published' AND "a"."FirstPublishedAt" > @Value_At AND "a"."Language" IN (
    SELECT "v"."value"
    FROM json_each(@Value_Languages) AS "v"
)
ORDER BY "a"."FirstPublishedAt" DESC, "a"."Id" DESC
LIMIT @p

-- sitemap.places @Value
SELECT "s"."Id", "s"."Slug", "a"."Language", MAX("a"."UpdatedAt")
FROM "Articles" AS "a"
INNER JOIN (
    SELECT "p"."Id", "p"."Slug", "a0"."ArticleId"
    FROM "ArticlePlaces" AS "a0"
    INNER JOIN "Places" AS "p" ON "a0"."PlacesId" = "p"."Id"
) AS "s" ON "a"."Id" = "s"."ArticleId"
WHERE "a"."Status" = 'Published' AND "a"."Language" IN (
    SELECT "v"."value"
    FROM json_each(@Value) AS "v"
)
GROUP BY "s"."Id", "s"."Slug", "a"."Language"

-- sitemap.plain-pages @Value
SELECT "p"."Path", "p"."UpdatedAt"
FROM "PlainPages" AS "p"
WHERE "p"."IsPublic" AND "p"."Language" IN (
    SELECT "v"."value"
    FROM json_each(@Value) AS "v"
)
ORDER BY "p"."Path"

-- sitemap.sections @Value
SELECT "s"."Id", "s"."Slug", "a"."Language", MAX("a"."UpdatedAt")
FROM "Articles" AS "a"
LEFT JOIN "Sections" AS "s" ON "a"."SectionId" = "s"."Id"
WHERE "a"."Status" = 'Published' AND "a"."Language" IN (
    SELECT "v"."value"
    FROM json_each(@Value) AS "v"
)
GROUP BY "s"."Id", "s"."Slug", "a"."Language"

-- sitemap.topics @Value
SELECT "s"."Id", "s"."Slug", "a"."Language", MAX("a"."UpdatedAt")
FROM "Articles" AS "a"
INNER JOIN (
    SELECT "t"."Id", "t"."Slug", "a0"."ArticleId"
    FROM "ArticleTopics" AS "a0"
    INNER JOIN "Topics" AS "t" ON "a0"."TopicsId" = "t"."Id"
) AS "s" ON "a"."Id" = "s"."ArticleId"
WHERE "a"."Status" = 'Published' AND "a"."Language" IN (
    SELECT "v"."value"
    FROM json_each(@Value) AS "v"
)
GROUP BY "s"."Id", "s"."Slug", "a"."Language"

-- story @Value
SELECT "a"."Id", "a"."TranslationGroup", "a"."Format", "a"."Headline", "a"."Deck", "a"."Path", "a"."FirstPublishedAt", "a"."UpdatedAt", "a"."SectionId", "s"."Slug", "s"."Name", "a"."LeadCaption", "a"."LeadAlternativeText", "p"."Id" IS NULL, "p"."Id", "p"."Key", "p"."Width", "p"."Height", "p"."FocalX", "p"."FocalY", "p"."Credit", "p"."AlternativeText", "p"."Caption", "p"."Decorative", "p"."RightsEndAt", "a"."Body"
FROM "Articles" AS "a"
LEFT JOIN "Sections" AS "s" ON "a"."SectionId" = "s"."Id"
LEFT JOIN "Pictures" AS "p" ON "a"."LeadId" = "p"."Id"
WHERE "a"."Status" = 'Published' AND "a"."Id" = @Value

-- story.corrections @Value
SELECT "c"."Kind", "c"."Text", "c"."At"
FROM "Corrections" AS "c"
WHERE "c"."ArticleId" = @Value
ORDER BY "c"."At" DESC

-- story.links @Value @Value0 @Value1
SELECT 0 AS "Axis", "s"."Id", 0 AS "Position"
FROM "Articles" AS "a"
INNER JOIN (
    SELECT "p"."Id", "a0"."ArticleId"
    FROM "ArticlePlaces" AS "a0"
    INNER JOIN "Places" AS "p" ON "a0"."PlacesId" = "p"."Id"
) AS "s" ON "a"."Id" = "s"."ArticleId"
WHERE "a"."Id" = @Value
UNION ALL
SELECT 1 AS "Axis", "s0"."Id", 0 AS "Position"
FROM "Articles" AS "a1"
INNER JOIN (
    SELECT "t"."Id", "a2"."ArticleId"
    FROM "ArticleTopics" AS "a2"
    INNER JOIN "Topics" AS "t" ON "a2"."TopicsId" = "t"."Id"
) AS "s0" ON "a1"."Id" = "s0"."ArticleId"
WHERE "a1"."Id" = @Value
UNION ALL
SELECT 2 AS "Axis", "s1"."SuggestedId" AS "Id", "s1"."Position"
FROM "Suggestions" AS "s1"
WHERE "s1"."ArticleId" = @Value0
UNION ALL
SELECT 3 AS "Axis", "c"."Id", 0 AS "Position"
FROM "Corrections" AS "c"
WHERE "c"."ArticleId" = @Value1

-- story.siblings @Value
SELECT "a"."Id", "a"."Language", "a"."Path", "a"."Headline"
FROM "Articles" AS "a"
WHERE "a"."Status" = 'Published' AND "a"."TranslationGroup" = @Value

-- story.signed @Value
SELECT "b"."AuthorId", "b"."Role"
FROM "Bylines" AS "b"
WHERE "b"."ArticleId" = @Value
ORDER BY "b"."Position"

-- teasers @Value
SELECT "a"."Id", "a"."Path", "a"."Language", "a"."Headline", "a"."Deck", "a"."Format", "a"."SectionId", "s"."Name", "s"."Slug", "a"."FirstPublishedAt", "a"."LeadAlternativeText", "a"."LeadId", "p"."Key", "p"."Width", "p"."Height", "p"."FocalX", "p"."FocalY", "p"."AlternativeText", "p"."RightsEndAt"
FROM "Articles" AS "a"
LEFT JOIN "Sections" AS "s" ON "a"."SectionId" = "s"."Id"
LEFT JOIN "Pictures" AS "p" ON "a"."LeadId" = "p"."Id"
WHERE "a"."Status" = 'Published' AND "a"."Id" IN (
    SELECT unhex("v"."value") AS "value"
    FROM json_each(@Value) AS "v"
)

-- teasers.authors @Value
SELECT "b"."ArticleId", "b"."AuthorId", "a"."Name", "a"."Slug", "b"."Role"
FROM "Bylines" AS "b"
INNER JOIN "Authors" AS "a" ON "b"."AuthorId" = "a"."Id"
WHERE "b"."ArticleId" IN (
    SELECT unhex("v"."value") AS "value"
    FROM json_each(@Value) AS "v"
)
ORDER BY "b"."Position"

-- teasers.bodies @Value
SELECT "a"."Id", "a"."Body"
FROM "Articles" AS "a"
WHERE "a"."Id" IN (
    SELECT unhex("v"."value") AS "value"
    FROM json_each(@Value) AS "v"
)

-- topic.articles @Value
SELECT "a1"."Id", "a1"."Language", "a1"."FirstPublishedAt"
FROM "ArticleTopics" AS "a"
INNER JOIN (
    SELECT "a0"."Id", "a0"."FirstPublishedAt", "a0"."Language"
    FROM "Articles" AS "a0"
    WHERE "a0"."Status" = 'Published'
) AS "a1" ON "a"."ArticleId" = "a1"."Id"
WHERE "a"."TopicsId" = @Value

-- topic.at @Value
SELECT "t"."Id", "t"."Slug", "t"."Name", "t"."Description"
FROM "Topics" AS "t"
WHERE "t"."Slug" = @Value

-- topic.size @Value
SELECT COUNT(*)
FROM "ArticleTopics" AS "a"
WHERE "a"."TopicsId" = @Value
GROUP BY "a"."TopicsId"

-- topics @Value
SELECT "t"."Id", "t"."Slug", "t"."Name", "t"."Description"
FROM "Topics" AS "t"
WHERE "t"."Id" IN (
    SELECT unhex("v"."value") AS "value"
    FROM json_each(@Value) AS "v"
)

-- withdrawn @Value
SELECT "a"."WithdrawalReason", "a"."WithdrawnAt"
FROM "Articles" AS "a"
WHERE "a"."Id" = @Value AND "a"."Status" = 'Withdrawn'

