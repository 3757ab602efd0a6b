<?xml version="1.0" encoding="UTF-8"?>
<!-- A user's compile class path has what a user calls: of the libraries that a module is compiled with, JSpecify's
     annotations alone. The others come at run time. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:pom="http://maven.apache.org/POM/4.0.0" exclude-result-prefixes="pom">
  <xsl:output encoding="UTF-8" indent="yes"/>
  <xsl:strip-space elements="*"/>

  <xsl:template match="@*|node()">
    <xsl:copy>
      <xsl:apply-templates select="@*|node()"/>
    </xsl:copy>
  </xsl:template>

  <xsl:template match="pom:project/pom:dependencies/pom:dependency[not(pom:optional = 'true') and pom:groupId != 'kr.pgsdk' and pom:groupId != 'org.jspecify']/pom:scope[. = 'compile']">
    <xsl:copy>runtime</xsl:copy>
  </xsl:template>

  <!-- The BOM: a user's other libraries are none of its business. -->
  <xsl:template match="pom:dependencyManagement/pom:dependencies/pom:dependency[pom:groupId != 'kr.pgsdk']"/>

  <!-- These tell Maven how modules inherit addresses; a published POM inherits none. -->
  <xsl:template match="@*[starts-with(name(), 'child.')]"/>
</xsl:stylesheet>
