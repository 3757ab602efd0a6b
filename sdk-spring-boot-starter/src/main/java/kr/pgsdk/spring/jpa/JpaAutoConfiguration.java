package kr.pgsdk.spring.jpa;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.AutoConfigurationPackage;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;

/** Lets Spring Boot's scan for entities find the converters. */
@AutoConfiguration
@ConditionalOnClass(name = "jakarta.persistence.AttributeConverter")
@AutoConfigurationPackage(basePackages = "kr.pgsdk.spring.jpa")
class JpaAutoConfiguration {}
