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

-- author.size @Value
SELECT COUNT(*)
FROM "Bylines" AS "b"
WHERE "b"."AuthorId" = @Value
GROUP BY "b"."AuthorId"

-- edition-numbers
SELECT "e"."Name", "e"."Number"
FROM "EditionNumbers" AS "e"

-- gone @Value
SELECT "r"."From"
FROM "Redirects" AS "r"
WHERE "r"."From" = @Value AND "r"."To" IS NULL

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

-- moves @Value
SELECT "r"."To", "r"."Reason"
FROM "Redirects" AS "r"
WHERE "r"."From" = @Value AND "r"."To" IS NOT NULL

-- place.articles @Value
SELECT "a1"."Id", "a1"."Language", "a1"."FirstPublishedAt"
FROM "ArticlePlaces" AS "a"
INNER JOIN (
    SELECT "a0"."Id", "a0"."FirstPublishedAt", "a0"."Language"
    FROM "Articles" AS "a0"
    WHERE "a0"."Status" = 'Published'
) AS "a1" ON "a"."ArticleId" = "a1"."Id"
WHERE "a"."PlacesId" = @Value

-- place.size @Value
SELECT COUNT(*)
FROM "ArticlePlaces" AS "a"
WHERE "a"."PlacesId" = @Value
GROUP BY "a"."PlacesId"

-- plain-page @Value
SELECT "p"."Id"
FROM "PlainPages" AS "p"
WHERE "p"."Path" = @Value AND "p"."IsPublic"

-- section @Value
SELECT "s"."Slug"
FROM "Sections" AS "s"
WHERE "s"."Slug" = @Value

-- section.articles @Value
SELECT "a"."Id", "a"."Language", "a"."FirstPublishedAt"
FROM "Articles" AS "a"
WHERE "a"."Status" = 'Published' AND "a"."SectionId" = @Value

-- section.size @Value
SELECT COUNT(*)
FROM "Articles" AS "a"
WHERE "a"."SectionId" = @Value
GROUP BY "a"."SectionId"

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
SELECT "a"."Id", "a"."Path", "a"."Language", "a"."Headline", "a"."Deck", "a"."Format", "a"."SectionId", "s"."Name", "s"."Slug", "a"."FirstPublishedAt", "a"."UpdatedAt", "a"."LeadAlternativeText", "a"."LeadId", "p"."Key", "p"."Width", "p"."Height", "p"."FocalX", "p"."FocalY", "p"."AlternativeText", "p"."RightsEndAt"
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

-- topic.size @Value
SELECT COUNT(*)
FROM "ArticleTopics" AS "a"
WHERE "a"."TopicsId" = @Value
GROUP BY "a"."TopicsId"

