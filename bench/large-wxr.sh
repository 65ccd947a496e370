#!/usr/bin/env bash
# large-wxr.sh MEGABYTES > FILE: a WordPress export of about that size, of articles of some 8 KB, each with an id, an address and words
# of its own; every tenth is an attachment.
#   bench/large-wxr.sh 200 >/tmp/large.xml && /usr/bin/time -v ./chapar import wordpress /tmp/large.xml --dry-run --data /tmp/large
set -euo pipefail
[ $# = 1 ] && [ "$1" -gt 0 ] 2>/dev/null || { echo "usage: bench/large-wxr.sh MEGABYTES >FILE" >&2; exit 2; }
exec awk -v most="$1" 'BEGIN {
  split("river bridge council harvest winter road market school price water border train doctor law budget village city farmer song letter", word, " ")
  print "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<rss version=\"2.0\" xmlns:excerpt=\"http://wordpress.org/export/1.2/excerpt/\" xmlns:content=\"http://purl.org/rss/1.0/modules/content/\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:wp=\"http://wordpress.org/export/1.2/\"><channel><title>The Large Courier</title><link>https://large.example</link><language>en-US</language><wp:wxr_version>1.2</wp:wxr_version><wp:base_blog_url>https://large.example</wp:base_blog_url>"
  for (bytes = 0; bytes < most * 1048576; bytes += length(item)) {
    id++; body = ""
    for (p = 0; p < 12; p++) {
      body = body "<!-- wp:paragraph --><p>"
      for (w = 0; w < 90; w++) body = body word[(id * 7 + p * 13 + w * w + int(id / 97) * w) % 20 + 1] ((w % 15 == 14) ? ". " : " ")
      body = body "</p><!-- /wp:paragraph -->\n"
    }
    day = sprintf("%04d-%02d-%02d", 2001 + int(id / 15000), 1 + id % 12, 1 + id % 28)
    slug = "story-of-the-" word[id % 20 + 1] "-number-" id
    type = id % 10 ? "post" : "attachment"; status = id % 10 ? "publish" : "inherit"
    item = "<item><title><![CDATA[The " word[id % 20 + 1] " and the " word[int(id / 20) % 20 + 1] ", part " id "]]></title><link>https://large.example/" substr(day, 1, 4) "/" substr(day, 6, 2) "/" slug "/</link><dc:creator><![CDATA[writer" id % 40 "]]></dc:creator><guid isPermaLink=\"false\">https://large.example/?p=" id "</guid><content:encoded><![CDATA[" (id % 10 ? body : "") "]]></content:encoded><excerpt:encoded><![CDATA[]]></excerpt:encoded><wp:post_id>" id "</wp:post_id><wp:post_date><![CDATA[" day " 10:00:00]]></wp:post_date><wp:post_date_gmt><![CDATA[" day " 05:00:00]]></wp:post_date_gmt><wp:post_name><![CDATA[" slug "]]></wp:post_name><wp:status><![CDATA[" status "]]></wp:status><wp:post_parent>" (id % 10 ? 0 : id - 1) "</wp:post_parent><wp:post_type><![CDATA[" type "]]></wp:post_type>" (id % 10 ? "<category domain=\"category\" nicename=\"" word[id % 8 + 1] "\"><![CDATA[" word[id % 8 + 1] "]]></category><category domain=\"post_tag\" nicename=\"tag-" id % 300 "\"><![CDATA[Tag " id % 300 "]]></category>" : "<wp:attachment_url>https://large.example/wp-content/uploads/" substr(day, 1, 4) "/" slug ".jpg</wp:attachment_url>") "</item>"
    print item
  }
  print "</channel></rss>"
}'
