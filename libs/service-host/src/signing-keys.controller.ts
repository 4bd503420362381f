import { Controller, type DynamicModule, Get, Module } from '@nestjs/common'
import { ApiOperation, ApiTags } from '@nestjs/swagger'
import { OpenToAll } from '@concord/access'
import type { ContextName } from '@concord/contracts'
import type { PublicJwk, SigningKeys } from '@concord/event-signing'

@Module({})
class SigningKeysModule {}

/** The public halves of the keys that sign what a context publishes: anybody may check its events. */
export const signingKeysModule = (context: ContextName, keys: SigningKeys): DynamicModule => {
  @Controller(`${context}/v1/signing-keys`)
  @OpenToAll()
  @ApiTags(context)
  class SigningKeysController {
    @Get()
    @ApiOperation({ summary: 'Keys that sign the published events, as a JWK set · 公布事件签名公钥' })
    published(): { readonly keys: readonly PublicJwk[] } {
      return keys.published()
    }
  }
  return { module: SigningKeysModule, controllers: [SigningKeysController] }
}
